import { serviceGroupLabels, serviceGroups } from "../domain/city.ts";
import type { Text } from "../domain/language.ts";
import type { QuestionProps } from "./field-questions.tsx";
import { Checkbox, errorOf, Fieldset } from "./fields.tsx";

const words = {
  or: { sv: "eller", en: "or" },
  unknown: { sv: "Jag vet inte – sök brett", en: "I do not know – search widely" },
  unknownHint: {
    sv: "En handläggare hjälper till att hitta rätt.",
    en: "An officer will help to find the right place.",
  },
  chosen: { sv: "valda", en: "selected" },
} satisfies Record<string, Text>;

const unknownService = "vet-inte";

/** The services by group. Each group opens by itself, without JavaScript; one with something ticked in it stands open. */
export const ServicesQuestion = ({
  city,
  language,
  answers,
  errors,
  heading,
}: QuestionProps & { readonly heading: { readonly text: string; readonly hint: string | undefined } }) => {
  const chosen = new Set(answers.service ?? []);
  const groups = serviceGroups
    .map((group) => ({
      group,
      services: city.services.filter(
        (service) => service.group === group && service.forCitizens && service.key !== unknownService,
      ),
    }))
    .filter(({ services }) => services.length > 0);
  return (
    <Fieldset
      id="service-all"
      language={language}
      legend={<h1 class="govuk-fieldset__heading">{heading.text}</h1>}
      legendSize="l"
      hint={heading.hint}
      error={errorOf(errors, "service")}
    >
      {groups.map(({ group, services }, index) => {
        const ticked = services.filter(({ key }) => chosen.has(key)).length;
        const label = serviceGroupLabels[group][language];
        return (
          <details class="govuk-details intag-group" key={group} open={ticked > 0}>
            {/* The first heading takes the field's id, so that the link in an error summary lands where the choice begins. */}
            <summary class="govuk-details__summary" id={index === 0 ? "service" : undefined}>
              <span class="govuk-details__summary-text">{label}</span>
              {ticked > 0 && (
                <span class="intag-group__count">
                  {" "}
                  ({ticked} {words.chosen[language]})
                </span>
              )}
            </summary>
            <fieldset class="govuk-fieldset govuk-details__text">
              <legend class="govuk-visually-hidden">{label}</legend>
              <div class="govuk-checkboxes govuk-checkboxes--small">
                {services.map(({ key, label: name, description }) => (
                  <Checkbox
                    key={key}
                    id={`service-${key}`}
                    name="service"
                    value={key}
                    label={name[language]}
                    hint={description[language]}
                    checked={chosen.has(key)}
                  />
                ))}
              </div>
            </fieldset>
          </details>
        );
      })}
      <div class="govuk-checkboxes">
        <div class="govuk-checkboxes__divider">{words.or[language]}</div>
        <Checkbox
          id={`service-${unknownService}`}
          name="service"
          value={unknownService}
          label={words.unknown[language]}
          hint={words.unknownHint[language]}
          checked={chosen.has(unknownService)}
        />
      </div>
    </Fieldset>
  );
};
