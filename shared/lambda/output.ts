// Whoever reads the lines may be gone: without a listener, Node would end the function for it.
process.stdout.on("error", () => undefined);

/** Writes a line where Lambda reads it. */
export const toOutput = (line: string): void => {
  console.log(line);
};
