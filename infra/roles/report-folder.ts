/** Why the roles of the year may name every object of one folder: an object's name cannot be known before it is written. */
export const ofItsOwnFolder = {
  id: "AwsSolutions-IAM5[Resource::<Reports.Arn>/reports/*]",
  reason: "The yearly files lie under the hash of what they hold, in a folder where nothing else is kept.",
};
