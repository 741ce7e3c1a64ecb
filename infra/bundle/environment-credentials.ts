/**
 * Stands in for `@aws-sdk/credential-provider-node` in the bundles. Lambda gives a function its credentials in the
 * environment, so the eight other places the SDK would look, and the clients for them, are left out.
 */
export const defaultProvider = () => async () => {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = process.env;
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    throw new Error("There are no AWS credentials in the environment, and this function looks nowhere else.");
  }
  return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
};
