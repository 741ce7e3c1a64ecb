import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { cityOf } from "../../shared/cities/city-of.ts";
import { logAt } from "../../shared/lambda/output.ts";
import { settings } from "../../shared/lambda/settings.ts";
import { remindersOwed } from "../../shared/store/case-table.ts";
import { reviewLetters } from "../../shared/store/review-letters.ts";
import { reviewsOf } from "../../shared/store/review-table.ts";
import type { WatchDeps } from "./deadline-watch.ts";

export function live(environment: NodeJS.ProcessEnv): WatchDeps {
  const set = settings
    .pick({ INTAG_STAGE: true, INTAG_CITY: true, CASES_TABLE: true, REVIEWS_TABLE: true })
    .parse(environment);
  const dynamodb = new DynamoDBClient({});
  return {
    city: cityOf(set.INTAG_CITY),
    cases: remindersOwed(dynamodb, set.CASES_TABLE),
    reviews: (year) => reviewsOf(dynamodb, set.REVIEWS_TABLE, year),
    reviewLetters: reviewLetters(dynamodb, set.REVIEWS_TABLE),
    log: logAt({ stage: set.INTAG_STAGE, role: "deadline-watch" }),
  };
}
