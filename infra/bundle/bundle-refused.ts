/** Something that should be bundled is not there. The message is one sentence that says what. */
export class BundleRefused extends Error {}
