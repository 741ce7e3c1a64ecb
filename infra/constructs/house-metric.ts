import { Duration } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";

/** A figure the roles themselves count, written with their log lines: namespace Intag, by role. */
export const houseMetric = (metricName: string, role: string): Metric =>
  new Metric({
    namespace: "Intag",
    metricName,
    dimensionsMap: { role },
    statistic: "Sum",
    period: Duration.minutes(5),
  });
