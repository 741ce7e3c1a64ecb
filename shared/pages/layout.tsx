import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import type { City } from "../domain/city.ts";
import type { Language, Text } from "../domain/language.ts";
import { addresses, safeHref } from "./addresses.ts";

/** The addresses of the built files, with their hash in the name. */
export interface Assets {
  readonly css: string;
  readonly js: string;
}

/** What of a city is shown on pages. */
export type ShownCity = Pick<City, "id" | "name" | "contact">;

/** What every page needs to know of where it is shown. */
export interface Frame {
  readonly language: Language;
  readonly assets: Assets;
  readonly city: ShownCity;
}

interface LayoutProps extends Frame {
  readonly title: string;
  /** The language of title and content, where it is another than that of the page's frame. */
  readonly lang?: string;
  /** The same page in the other language: an address, or a form that carries the answers there. */
  readonly alternate: string | { readonly form: string; readonly action: string };
  /** The form that Enter sends on; its first button in the page must be the one that goes on. */
  readonly defaultForm?: string;
  /** What goes before the main content: a way back. */
  readonly before?: ComponentChildren;
  readonly children: ComponentChildren;
}

const words = {
  skip: { sv: "Hoppa till innehållet", en: "Skip to main content" },
  service: { sv: "Dina personuppgifter", en: "Your personal data" },
  languages: { sv: "Språk", en: "Language" },
  footer: { sv: "Om webbplatsen", en: "About this site" },
  accessibility: { sv: "Tillgänglighet", en: "Accessibility" },
  personalData: { sv: "Så hanterar vi personuppgifter", en: "How we handle personal data" },
  next: { sv: "Fortsätt", en: "Continue" },
} satisfies Record<string, Text>;

/** The city's name where a line begins with it: "the City of …" in the middle of a sentence, "The City of …" here. */
const nameOf = (city: ShownCity, language: Language): string => {
  const name = city.name[language];
  return name.slice(0, 1).toUpperCase() + name.slice(1);
};

const ownNames: Text = { sv: "Svenska", en: "English" };
const otherLanguage: Readonly<Record<Language, Language>> = { sv: "en", en: "sv" };

const LanguageSwitch = ({ language, alternate }: Pick<LayoutProps, "language" | "alternate">) => {
  const other = otherLanguage[language];
  return (
    <nav class="intag-language" aria-label={words.languages[language]}>
      {typeof alternate === "string" ? (
        <a class="intag-language__link" href={safeHref(alternate)} lang={other} hreflang={other} rel="alternate">
          {ownNames[other]}
        </a>
      ) : (
        <button
          class="intag-language__link intag-link-button"
          type="submit"
          form={alternate.form}
          formaction={safeHref(alternate.action)}
          formnovalidate
          name="action"
          value="stay"
          lang={other}
        >
          {ownNames[other]}
        </button>
      )}
    </nav>
  );
};

interface ShellProps extends Frame {
  readonly title: string;
  readonly lang?: string;
  /** The city, a service, and what belongs beside them. */
  readonly header: ComponentChildren;
  readonly before?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** What every page has, whoever it is for: its title, the way past the header, the footer. */
const Shell = ({ language, title, lang, assets, city, header, before, children }: ShellProps) => (
  <html lang={lang ?? language} class="govuk-template" data-city={city.id}>
    <head>
      <meta charset="utf-8" />
      <title>{`${title} – ${nameOf(city, language)}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <link rel="stylesheet" href={safeHref(assets.css)} />
      <script type="module" src={safeHref(assets.js)} />
    </head>
    <body class="govuk-template__body">
      {lang === undefined ? header : <div lang={language}>{header}</div>}
      <div class="govuk-width-container">
        {before}
        <main class="govuk-main-wrapper" id="main" tabindex={-1}>
          {children}
        </main>
      </div>
      <footer class="govuk-footer" lang={lang === undefined ? undefined : language}>
        <div class="govuk-width-container">
          <h2 class="govuk-visually-hidden">{words.footer[language]}</h2>
          <ul class="govuk-footer__inline-list">
            <li class="govuk-footer__inline-list-item">
              <a class="govuk-footer__link" href={addresses.accessibility[language]}>
                {words.accessibility[language]}
              </a>
            </li>
            <li class="govuk-footer__inline-list-item">
              <a class="govuk-footer__link" href={addresses.personalData[language]}>
                {words.personalData[language]}
              </a>
            </li>
          </ul>
        </div>
      </footer>
    </body>
  </html>
);

/** Enter in a text field presses the form's first button in the page. That must not be the way back or the language. */
export const EnterButton = ({ form, language }: { readonly form: string; readonly language: Language }) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: out of the tab order, there for the Enter key alone
  <button
    class="govuk-visually-hidden"
    type="submit"
    form={form}
    name="action"
    value="next"
    tabindex={-1}
    aria-hidden="true"
  >
    {words.next[language]}
  </button>
);

export const SkipLink = ({ language }: { readonly language: Language }) => (
  <a href="#main" class="govuk-skip-link">
    {words.skip[language]}
  </a>
);

/** The line with the city's name and the service's, which leads to `home`; what belongs beside it stands beside it. */
export const Header = ({
  city,
  language,
  home,
  service,
  children,
}: Pick<Frame, "city" | "language"> & {
  readonly home: string;
  readonly service: string;
  readonly children: ComponentChildren;
}) => (
  <header class="govuk-generic-header intag-header">
    <div class="govuk-generic-header__container govuk-width-container intag-header__container">
      <div class="govuk-generic-header__logo">
        <a href={home} class="govuk-generic-header__homepage-link">
          {nameOf(city, language)} <span class="intag-header__service">{service}</span>
        </a>
      </div>
      {children}
    </div>
  </header>
);

/** A whole page as text. Everything in it is escaped by the renderer; there is no raw HTML anywhere. */
export const wholePage = (props: ShellProps): string => `<!doctype html>${renderToString(<Shell {...props} />)}`;

/** A page for citizens. */
export const htmlPage = ({ alternate, defaultForm, children, ...props }: LayoutProps): string =>
  wholePage({
    ...props,
    header: (
      <>
        {defaultForm !== undefined && <EnterButton form={defaultForm} language={props.language} />}
        <SkipLink language={props.language} />
        <Header
          city={props.city}
          language={props.language}
          home={addresses.start[props.language]}
          service={words.service[props.language]}
        >
          <LanguageSwitch language={props.language} alternate={alternate} />
        </Header>
      </>
    ),
    children: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">{children}</div>
      </div>
    ),
  });
