/** Folders of objects that are named by year, by day or by case, so that a role is let into a folder of its own. */
export const archiveFolders = [
  "AwsSolutions-IAM5[Resource::<Reports.Arn>/reports/*]",
  "AwsSolutions-IAM5[Resource::<Reports.Arn>/anchors/*]",
  "AwsSolutions-IAM5[Resource::<Files.Arn>/answers/*]",
  "AwsSolutions-IAM5[Resource::<Files.Arn>/evidence/*]",
  "AwsSolutions-IAM5[Resource::<Files.Arn>/quarantine/*]",
] as const;

export const whyFolders =
  "A year's files are named by their content, an anchor by its day, an answer's files and evidence by case and upload. No name is known beforehand, so a role is let into the one folder that is its own, and into nothing beside it.";
