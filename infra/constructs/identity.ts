import { Aws } from "aws-cdk-lib";
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Construct, type IDependable } from "constructs";

/** One thing a role may do. Exact actions on exact resources; a wildcard turns the tests red. */
export interface Permission {
  readonly actions: readonly string[];
  readonly on: readonly string[];
  readonly when?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

export interface IdentityProps {
  /** The service that acts as this identity. The scheduler does so for many accounts, and is held to this one. */
  readonly of: "lambda.amazonaws.com" | "scheduler.amazonaws.com";
  readonly may: readonly Permission[];
}

/** Who something is to AWS, with one policy of its own that holds all it may do. */
export class Identity extends Construct {
  readonly role: Role;
  /** What is to wait until the identity may do what it may. */
  readonly policy: IDependable;

  constructor(scope: Construct, id: string, { of, may }: IdentityProps) {
    super(scope, id);
    const ours = { conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } } };
    this.role = new Role(this, "Resource", {
      assumedBy: new ServicePrincipal(of, of === "scheduler.amazonaws.com" ? ours : {}),
    });
    this.policy = new ManagedPolicy(this, "May", {
      roles: [this.role],
      statements: may.map(
        ({ actions, on, when }) =>
          new PolicyStatement({
            actions: [...actions],
            resources: [...on],
            ...(when === undefined ? {} : { conditions: when }),
          }),
      ),
    });
  }
}
