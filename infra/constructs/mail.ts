import { Duration, Stack } from "aws-cdk-lib";
import { EventBus, Rule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from "aws-cdk-lib/aws-ses";
import { Construct } from "constructs";
import type { Permission } from "./identity.ts";
import type { RoleFunction } from "./role-function.ts";

/** The address letters come from, and what is heard of them afterwards. */
export class Mail extends Construct {
  readonly configurationSetName: string;
  /** Sending as that one address, and no other, of the city's domain. */
  readonly sending: Permission;

  constructor(scope: Construct, id: string, { from }: { readonly from: string }) {
    super(scope, id);
    const stack = Stack.of(this);
    const configurationSet = new ConfigurationSet(this, "Settings", {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    this.configurationSetName = configurationSet.configurationSetName;
    const identity = new EmailIdentity(this, "Identity", {
      identity: Identity.domain(from.slice(from.indexOf("@") + 1)),
      configurationSet,
    });
    // SES can tell the account's default bus only.
    const bus = EventBus.fromEventBusName(this, "Bus", "default");
    configurationSet.addEventDestination("Events", {
      destination: EventDestination.eventBus(bus),
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
      ],
    });
    this.sending = {
      actions: ["ses:SendEmail"],
      on: [
        identity.emailIdentityArn,
        stack.formatArn({ service: "ses", resource: "configuration-set", resourceName: this.configurationSetName }),
      ],
      when: { StringEquals: { "ses:FromAddress": from } },
    };
  }

  /** Tells a role what became of each letter: accepted, delivered, bounced, complained about, rejected. */
  tell(role: RoleFunction): void {
    if (role.parked === undefined)
      throw new Error("A role that hears of letters needs somewhere to park what it could not take in.");
    new Rule(this, "WhatBecameOfIt", {
      description: "What became of the letters that were sent",
      eventPattern: {
        source: ["aws.ses"],
        detail: { mail: { tags: { "ses:configuration-set": [this.configurationSetName] } } },
      },
      targets: [
        new LambdaFunction(role.fn, {
          deadLetterQueue: role.parked,
          retryAttempts: 10,
          maxEventAge: Duration.hours(6),
        }),
      ],
    });
  }
}
