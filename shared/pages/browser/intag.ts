// Every page works without this. It guards against double clicks, counts characters and moves focus to the errors.

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

guardAgainstDoubleClicks();
for (const group of document.querySelectorAll<HTMLElement>("[data-max-length]")) countCharacters(group);
const summary = document.querySelector<HTMLElement>("[data-error-summary]");
if (summary !== null) leadToErrors(summary);
