// Every page works without this. It guards against double clicks, counts characters, looks at a file's size before it is
// sent, moves focus to the errors, and shows a page again that no cache may keep when somebody goes back to it.

/** A second click within this time is taken for the first one's echo. */
const doubleClick = 1_500;
/** How long typing pauses before a screen reader is told how many characters are left. */
const pause = 1_000;

/** One sending at a time; a page shown again by the back button can be sent again. */
function guardAgainstDoubleClicks(): void {
  let sentAt = Number.NEGATIVE_INFINITY;
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const wait = form instanceof HTMLFormElement && "sendOnce" in form.dataset ? 10 * doubleClick : doubleClick;
    if (event.timeStamp - sentAt < wait) event.preventDefault();
    else sentAt = event.timeStamp;
  });
  window.addEventListener("pageshow", () => {
    sentAt = Number.NEGATIVE_INFINITY;
  });
}

function countCharacters(group: HTMLElement): void {
  const text = group.querySelector("textarea");
  const shown = group.querySelector<HTMLElement>("[data-count]");
  const max = Number(group.dataset.maxLength);
  if (text === null || shown === null || Number.isNaN(max)) return;
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  const told = document.createElement("div");
  told.className = "govuk-visually-hidden";
  told.setAttribute("aria-live", "polite");
  shown.after(told);

  let timer = 0;
  const count = () => {
    const left = max - [...text.value].length;
    const sentence = (left < 0 ? group.dataset.over : group.dataset.left) ?? "";
    const words = sentence.replace("{n}", numbers.format(Math.abs(left)));
    shown.textContent = words;
    shown.classList.toggle("govuk-error-message", left < 0);
    shown.classList.toggle("govuk-hint", left >= 0);
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      told.textContent = words;
    }, pause);
  };
  text.addEventListener("input", count);
  if (text.value !== "") count();
}

/** Focus to the summary when the page opens, and from its links to the field itself, also in a closed section. */
function leadToErrors(summary: HTMLElement): void {
  summary.focus();
  summary.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const field = link === null ? null : document.getElementById(link.hash.slice(1));
    if (field === null) return;
    event.preventDefault();
    field.closest("details")?.setAttribute("open", "");
    const group = field.closest(".govuk-form-group") ?? field;
    group.scrollIntoView();
    field.focus({ preventScroll: true });
  });
}

/**
 * A file is looked at before it is sent: the store that takes it in straight answers in a code. What is wrong stands
 * beside the field, the file stays chosen, and nothing is sent. The browser's own words for this are not ours.
 */
function lookBeforeSending(input: HTMLInputElement): void {
  const { mostBytes, tooLarge = "", missing = "" } = input.dataset;
  const group = input.closest(".govuk-form-group");
  const numbers = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
  const told = document.createElement("p");
  told.className = "govuk-error-message";
  told.id = `${input.id}-error`;
  told.setAttribute("role", "alert");
  told.hidden = true;
  input.before(told);
  input.setAttribute("aria-describedby", `${input.getAttribute("aria-describedby")} ${told.id}`);

  const look = () => {
    const size = input.files?.[0]?.size;
    const isTooLarge = size !== undefined && size > Number(mostBytes);
    const words = isTooLarge ? tooLarge.replace("{n}", numbers.format(size / 1_000_000)) : "";
    input.setCustomValidity((size ?? 0) === 0 ? missing : words);
  };
  const tell = () => {
    told.textContent = input.validationMessage;
    told.hidden = input.validity.valid;
    group?.classList.toggle("govuk-form-group--error", !input.validity.valid);
  };
  input.addEventListener("change", () => {
    look();
    tell();
  });
  input.addEventListener("invalid", (event) => {
    event.preventDefault();
    tell();
    input.focus();
  });
  look();
}

const fieldOf = (form: HTMLFormElement, name: string): string =>
  form.querySelector<HTMLInputElement>(`input[type="hidden"][name="${name}"]`)?.value ?? "";

/**
 * What shows somebody's answers is kept in no cache, so without this the browser's back button would stop there and ask
 * whether to send the form again. The sealed answers wait in the tab's own history instead; the page they wait under is
 * the first, which has none, and goes on from there to where they belong.
 */
function comeBackTo(form: HTMLFormElement): void {
  const { again } = form.dataset;
  if (again !== undefined) {
    const csrf = fieldOf(form, "csrf");
    const waiting = {
      ...(csrf === "" ? {} : { csrf }),
      // `form.action` would be the button of that name.
      action: form.getAttribute("action"),
      state: fieldOf(form, "state"),
      return: fieldOf(form, "return"),
    };
    history.replaceState(waiting, "", again);
    return;
  }
  const { action, ...fields } = (history.state ?? {}) as Record<string, string>; // only ever written above
  if (action === undefined) return;
  const asking = document.createElement("form");
  asking.method = "post";
  asking.action = action;
  asking.hidden = true;
  for (const [name, value] of Object.entries({ ...fields, action: "stay" })) {
    const input = document.createElement("input");
    input.type = "hidden";
    input.name = name;
    input.value = value;
    asking.append(input);
  }
  document.body.append(asking);
  asking.submit();
}

/** A button that takes a text along, where the browser lets it; without it the text can be marked by hand. */
function offerToCopy(button: HTMLButtonElement): void {
  const text = document.getElementById(button.dataset.copy ?? "");
  if (text === null || navigator.clipboard === undefined) return;
  const words = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text.textContent ?? "");
    button.textContent = button.dataset.copied ?? words;
    window.setTimeout(() => {
      button.textContent = words;
    }, 2_000);
  });
}

const answers = document.querySelector<HTMLFormElement>("form#answers");
if (answers !== null) comeBackTo(answers);
guardAgainstDoubleClicks();
for (const group of document.querySelectorAll<HTMLElement>("[data-max-length]")) countCharacters(group);
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) offerToCopy(button);
for (const input of document.querySelectorAll<HTMLInputElement>("input[data-most-bytes]")) lookBeforeSending(input);
const summary = document.querySelector<HTMLElement>("[data-error-summary]");
if (summary !== null) leadToErrors(summary);
