/** Nothing at all: what a process and a call cost by themselves. */
export const handler = async (): Promise<{ statusCode: number }> => ({ statusCode: 201 });
