/** The archive's folders: objects in them are named by year or by day, so a role is let into a folder of its own. */
export const archiveFolders = [
  {
    id: "AwsSolutions-IAM5[Resource::<Reports.Arn>/reports/*]",
    reason: "The yearly files are named by year and content; a role reaches them in the one folder that is theirs.",
  },
  {
    id: "AwsSolutions-IAM5[Resource::<Reports.Arn>/anchors/*]",
    reason: "Each day's anchor is an object of its own, named by the day, in the one folder that is theirs.",
  },
] as const;
