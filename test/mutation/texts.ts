/**
 * What is not mutated, and why: the wording of texts for people (`sv`, `en`, or chosen by the language) and what an
 * exception says. They are data; a test of them could only say them again.
 */

interface SyntaxNode {
  readonly type: string;
  readonly name?: string;
  readonly key?: SyntaxNode;
  readonly test?: SyntaxNode;
  readonly left?: SyntaxNode;
  readonly value?: SyntaxNode;
  readonly properties?: readonly SyntaxNode[];
}

/** As much of a syntax node and its surroundings as is looked at. */
interface SyntaxPath {
  readonly node: SyntaxNode;
  readonly parentPath: SyntaxPath | null;
}

const isNamed = (node: SyntaxNode | undefined, ...names: readonly string[]): boolean =>
  node?.type === "Identifier" && names.includes(node.name ?? "");

/** `{ sv: …, en: … }`, or `sv ? … : …`, or `language === "sv" ? … : …`. */
const isByLanguage = ({ type, key, test }: SyntaxNode): boolean =>
  (type === "ObjectProperty" && isNamed(key, "sv", "en")) ||
  (type === "ConditionalExpression" && (isNamed(test, "sv") || isNamed(test?.left, "language")));

/** A text in its languages, or a table of such: an empty one does not compile. */
const isText = ({ type, properties = [] }: SyntaxNode): boolean =>
  type === "ObjectExpression" &&
  properties.length > 0 &&
  properties.every(({ key, value }) => isNamed(key, "sv", "en") || (value !== undefined && isText(value)));

const isWording = ({ node }: SyntaxPath): boolean => node.type === "StringLiteral" || node.type === "TemplateLiteral";

function isInText(path: SyntaxPath): boolean {
  for (let at = path.parentPath; at !== null; at = at.parentPath) if (isByLanguage(at.node)) return true;
  return false;
}

export const strykerPlugins = [
  {
    kind: "Ignore",
    name: "texts",
    value: {
      shouldIgnore: (path: SyntaxPath): string | undefined => {
        if (
          path.parentPath?.node.type === "NewExpression" &&
          (isWording(path) || path.node.type === "ObjectExpression")
        )
          return "what an exception says";
        if (isText(path.node)) return "a text in its languages";
        return isWording(path) && isInText(path) ? "the wording of a text" : undefined;
      },
    },
  },
];
