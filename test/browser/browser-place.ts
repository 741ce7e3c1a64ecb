/** The setting that says where a run of the tests keeps its one unpacked browser. */
export const browserPlace = "INTAG_BROWSER";
