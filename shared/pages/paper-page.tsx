import { everyField, type Field, type Form, type FormPage, fieldAt } from "../../forms/form.ts";
import { serviceGroupLabels, serviceGroups } from "../domain/city.ts";
import type { Language, Text } from "../domain/language.ts";
import { addresses, slugs, stepAddress } from "./addresses.ts";
import type { AskingCity } from "./field-questions.tsx";
import { type Frame, htmlPage } from "./layout.tsx";
import { asksOf, isPlaces, isServices } from "./page-answers.ts";
import { wordsOf } from "./questions-page.tsx";
import { Reach } from "./reach.tsx";

const words = {
  heading: { sv: "Blankett: begäran om dina personuppgifter", en: "Paper form: request about your personal data" },
  print: {
    sv: "Skriv ut sidan och fyll i den för hand. Vill du hellre skriva ett eget brev går det lika bra.",
    en: "Print this page and fill it in by hand. If you would rather write a letter of your own, that is just as good.",
  },
  protected: {
    sv: "Har du eller den det gäller skyddade personuppgifter? Använd inte blanketten.",
    en: "Do you or the person it is about have a protected identity? Do not use this form.",
  },
  send: { sv: "Skicka eller lämna blanketten", en: "Send or hand in the form" },
  sendTo: { sv: "Skicka den till:", en: "Send it to:" },
  handIn: {
    sv: "Lämna den på ett medborgarkontor. Vill du skicka den med post får du adressen om du ringer.",
    en: "Hand it in at a citizens’ office. If you want to post it, call and we will give you the address.",
  },
  noProof: {
    sv: "Du behöver inte skriva under, och inte skicka med någon kopia av din legitimation. Behöver vi kontrollera vem du är hör vi av oss.",
    en: "You need not sign it, or send a copy of any proof of identity. If we need to check who you are we will contact you.",
  },
  counts: {
    sv: "Du får svar inom en månad från den dag blanketten kommer till staden.",
    en: "You get an answer within one month of the day the form reaches the city.",
  },
  online: { sv: "Du kan också göra det här i e-tjänsten.", en: "You can also do this in the online service." },
  choose: { sv: "Kryssa för det som passar.", en: "Tick what applies." },
  sometimes: { sv: "Fyll i det här om det gäller dig.", en: "Fill this in if it applies to you." },
  place: { sv: "Stadsdel eller område", en: "District or area" },
  years: { sv: "Från år – till år (frivilligt)", en: "From year – to year (optional)" },
} satisfies Record<string, Text>;

/** How many places there is room for, and how many lines for a longer text. */
const placesOnPaper = 3;
const linesOnPaper = 5;

const Boxes = ({ labels }: { readonly labels: readonly string[] }) => (
  <ul class="govuk-list intag-boxes">
    {labels.map((label) => (
      <li key={label}>{label}</li>
    ))}
  </ul>
);

const Line = ({ label, lines = 1 }: { readonly label: string; readonly lines?: number }) => (
  <li>
    {label}
    {Array.from({ length: lines }, (_, index) => (
      <span class="intag-write" key={index} />
    ))}
  </li>
);

const lineOf = (form: Form, pointer: string, field: Field, language: Language) => (
  <Line
    key={pointer}
    label={wordsOf(form, pointer, field, language)}
    lines={field.kind === "text" && field.lines !== undefined ? linesOnPaper : 1}
  />
);

interface Asking {
  readonly form: Form;
  readonly page: FormPage;
  readonly city: AskingCity;
  readonly language: Language;
}

const Services = ({ city, language }: Pick<Asking, "city" | "language">) => (
  <>
    {serviceGroups.map((group) => {
      const services = city.services.filter((each) => each.group === group && each.forCitizens);
      return services.length === 0 ? null : (
        <section key={group} class="intag-together">
          <h3 class="govuk-heading-s">{serviceGroupLabels[group][language]}</h3>
          <Boxes labels={services.map(({ label }) => label[language])} />
        </section>
      );
    })}
  </>
);

const Asked = ({ form, page, city, language }: Asking) => {
  if (isServices(page)) return <Services city={city} language={language} />;
  if (isPlaces(page)) {
    return (
      <ul class="govuk-list">
        {Array.from({ length: placesOnPaper }, (_, index) => index + 1).flatMap((row) => [
          <Line key={`place ${row}`} label={`${words.place[language]} ${row}`} />,
          <Line key={`years ${row}`} label={words.years[language]} />,
        ])}
      </ul>
    );
  }
  return (
    <>
      {page.asks.map(({ field: pointer }) => {
        const field = fieldAt(form, pointer);
        if (field === undefined) return null;
        if (field.kind === "choice") {
          return <Boxes key={pointer} labels={field.options.map(({ label }) => label[language])} />;
        }
        const lines = field.kind === "group" ? everyField(field.fields, pointer) : [{ pointer, field }];
        return (
          <ul class="govuk-list" key={pointer}>
            {lines
              .filter((each) => each.field.kind !== "group")
              .map((each) => lineOf(form, each.pointer, each.field, language))}
          </ul>
        );
      })}
    </>
  );
};

/** The paper form: every question of the service with room to write, where it goes, and nothing demanded beyond them. */
export const paperPage = ({
  form,
  city,
  ...frame
}: Frame & { readonly form: Form; readonly city: AskingCity & Frame["city"] }): string => {
  const { language } = frame;
  const say = (text: Text) => text[language];
  const { post } = city.contact;
  // On paper nobody can be turned away by an answer: who has a protected identity is told so first.
  const pages = form.pages.filter((page) =>
    asksOf(form, page, {}).every(({ field }) => !(field.kind === "yes-no" && field.turnsAway === true)),
  );
  return htmlPage({
    ...frame,
    city,
    title: say(words.heading),
    alternate: stepAddress(slugs.paper, language === "sv" ? "en" : "sv"),
    children: (
      <>
        <h1 class="govuk-heading-l">{say(words.heading)}</h1>
        <p class="govuk-body intag-not-on-paper">{say(words.print)}</p>
        <p class="govuk-body">
          <strong>{say(words.protected)}</strong> <Reach contact={city.contact} language={language} />
        </p>
        <ol class="govuk-list govuk-list--number intag-paper">
          {pages.map((page) => (
            <li key={page.id} class={isServices(page) ? undefined : "intag-together"}>
              <h2 class="govuk-heading-m">{page.heading[language]}</h2>
              {page.id !== "right" && page.when !== undefined && "is" in page.when && (
                <p class="govuk-body">{say(words.sometimes)}</p>
              )}
              {isServices(page) ? (
                <p class="govuk-body">{say(words.choose)}</p>
              ) : (
                page.hint !== undefined && <p class="govuk-body">{page.hint[language]}</p>
              )}
              <Asked form={form} page={page} city={city} language={language} />
            </li>
          ))}
        </ol>
        <section class="intag-together">
          <h2 class="govuk-heading-m">{say(words.send)}</h2>
          {post === null ? (
            <p class="govuk-body">
              {say(words.handIn)} <Reach contact={city.contact} language={language} />
            </p>
          ) : (
            <p class="govuk-body">
              {say(words.sendTo)} {city.name[language]}, {post}
            </p>
          )}
          <p class="govuk-body">{say(words.noProof)}</p>
          <p class="govuk-body">{say(words.counts)}</p>
        </section>
        <p class="govuk-body intag-not-on-paper">
          <a class="govuk-link" href={addresses.start[language]}>
            {say(words.online)}
          </a>
        </p>
      </>
    ),
  });
};
