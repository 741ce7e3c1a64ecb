import type { SummaryRow } from "../../forms/summary.ts";
import type { Text } from "../domain/language.ts";
import { slugs, stepAddress } from "./addresses.ts";
import { type Frame, htmlPage } from "./layout.tsx";
import { BackButton, formId, SaveButton } from "./question-page.tsx";
import { SummaryList } from "./summary-list.tsx";

const words = {
  heading: { sv: "Kontrollera dina svar innan du skickar", en: "Check your answers before you send" },
  text: {
    sv: "När du skickar in blir din begäran en allmän handling. Känsliga uppgifter skyddas av sekretess.",
    en: "When you send it, your request becomes an official document. Sensitive data is protected by secrecy.",
  },
  send: { sv: "Skicka begäran", en: "Send request" },
} satisfies Record<string, Text>;

interface CheckPageProps extends Frame {
  readonly sealed: string;
  readonly rows: readonly SummaryRow[];
  /** From where the browser's script can ask for the page again, since no cache may keep it. */
  readonly again: string;
}

/** Everything that will be sent, each answer with its way back, and the button that sends. */
export function checkPage({ language, sealed, rows, again, ...frame }: CheckPageProps): string {
  const other = language === "sv" ? "en" : "sv";
  return htmlPage({
    ...frame,
    language,
    title: words.heading[language],
    alternate: { form: formId, action: stepAddress(slugs.check, other) },
    before: <BackButton language={language} />,
    children: (
      <form
        id={formId}
        method="post"
        action={stepAddress(slugs.check, language)}
        novalidate
        data-send-once
        data-again={again}
      >
        <input type="hidden" name="state" value={sealed} />
        <h1 class="govuk-heading-l">{words.heading[language]}</h1>
        <SummaryList rows={rows} language={language} changeable />
        <p class="govuk-body">{words.text[language]}</p>
        <button class="govuk-button" type="submit" name="action" value="send">
          {words.send[language]}
        </button>
        <SaveButton language={language} />
      </form>
    ),
  });
}
