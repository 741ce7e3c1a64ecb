/** A route found for a request, with its path parameters. */
export interface Matched<Target> {
  readonly routeKey: string;
  readonly target: Target;
  readonly parameters: Readonly<Record<string, string>>;
}

interface Entry<Target> {
  readonly routeKey: string;
  readonly target: Target;
  readonly method: string;
  readonly segments: readonly string[];
}

const decoded = (segment: string): string | undefined => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
};

/** How well a segment of a route fits: a name that is written out beats a parameter, a parameter beats the rest of the path. */
const weightOf = (segment: string): number => (segment.endsWith("+}") ? 0 : segment.startsWith("{") ? 1 : 2);

/**
 * The routes of an HTTP API, tried as API Gateway does: a written-out segment before a parameter, a parameter before a
 * greedy one, the method itself before ANY, and $default last. Answers undefined when nothing fits.
 */
export const routeTable = <Target>(routes: readonly (readonly [routeKey: string, target: Target])[]) => {
  const entries = routes
    .filter(([routeKey]) => routeKey !== "$default")
    .map(([routeKey, target]): Entry<Target> => {
      const [method = "", path = ""] = routeKey.split(" ");
      return { routeKey, target, method, segments: path.split("/").slice(1) };
    });
  const fallback = routes.find(([routeKey]) => routeKey === "$default");

  const parametersOf = (entry: Entry<Target>, path: readonly string[]): Record<string, string> | undefined => {
    const parameters: Record<string, string> = {};
    for (const [at, segment] of entry.segments.entries()) {
      const rest = path.slice(at);
      if (segment.endsWith("+}")) {
        const value = rest.length > 0 ? decoded(rest.join("/")) : undefined;
        return value === undefined ? undefined : { ...parameters, [segment.slice(1, -2)]: value };
      }
      const value = rest[0] === undefined ? undefined : decoded(rest[0]);
      if (value === undefined) return undefined;
      if (segment.startsWith("{") && value !== "") parameters[segment.slice(1, -1)] = value;
      else if (segment !== value) return undefined;
    }
    return path.length === entry.segments.length ? parameters : undefined;
  };

  return (method: string, rawPath: string): Matched<Target> | undefined => {
    const path = rawPath.split("/").slice(1);
    const fitting = entries
      .filter((entry) => entry.method === method || entry.method === "ANY")
      .flatMap((entry) => {
        const parameters = parametersOf(entry, path);
        return parameters ? [{ entry, parameters }] : [];
      })
      .sort((one, other) => compare(other.entry, one.entry));
    const [best] = fitting;
    if (best) return { routeKey: best.entry.routeKey, target: best.entry.target, parameters: best.parameters };
    return fallback ? { routeKey: "$default", target: fallback[1], parameters: {} } : undefined;
  };
};

const compare = <Target>(one: Entry<Target>, other: Entry<Target>): number => {
  for (let at = 0; at < Math.max(one.segments.length, other.segments.length); at++) {
    const difference = weightOf(one.segments[at] ?? "{+}") - weightOf(other.segments[at] ?? "{+}");
    if (difference !== 0) return difference;
  }
  return Number(one.method !== "ANY") - Number(other.method !== "ANY");
};
