/** Folders of objects that are named by year, by day or by case, so that a role is let into a folder of its own. */
export const archiveFolders = [
  {
    id: "AwsSolutions-IAM5[Resource::<Reports.Arn>/reports/*]",
    reason: "The yearly files are named by year and content; a role reaches them in the one folder that is theirs.",
  },
  {
    id: "AwsSolutions-IAM5[Resource::<Reports.Arn>/anchors/*]",
    reason: "Each day's anchor is an object of its own, named by the day, in the one folder that is theirs.",
  },
  {
    id: "AwsSolutions-IAM5[Resource::<Files.Arn>/answers/*]",
    reason: "An answer's files are named by case and upload; a role reaches them in the one folder there is.",
  },
] as const;
