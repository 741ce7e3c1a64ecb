import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";

/** Whether the write was made; false when its condition did not hold. Any other failure is thrown on. */
export async function written(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (failure) {
    if (failure instanceof ConditionalCheckFailedException) return false;
    throw failure;
  }
}
