import { up } from "../../infra/local/up.ts";

/** A runner in a process of its own, so that a test can end it as a power cut would. */
const [template = "", assembly = "", data = ""] = process.argv.slice(2);
const local = await up({ template, assembly, data, port: 0, schedules: false });
console.log(local.url);
