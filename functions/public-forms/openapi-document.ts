import { openapiDocument } from "./openapi/document.ts";

// Run when the function is bundled; what it prints is served as it is.
process.stdout.write(JSON.stringify(openapiDocument()));
