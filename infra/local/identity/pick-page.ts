import type { City } from "../../../shared/domain/city.ts";
import { everybody, type Person } from "./people.ts";

export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const button = (city: City, { sub, name, role, unit, mayProtected }: Person): string => {
  const where = city.units.find(({ id }) => id === unit)?.name;
  const what = [role, where, mayProtected ? "skyddade personuppgifter" : undefined].filter(Boolean).join(", ");
  return `<li><button name="person" value="${escaped(sub)}">${escaped(name)} <small>${escaped(what)}</small></button></li>`;
};

/** "Pick a person": what stands for the city's sign-in page on this machine. */
export const pickPage = (city: City): string =>
  pickAmong(
    "Det här är inloggningen på den här datorn. Personerna är påhittade.",
    everybody(city).map((person) => button(city, person)),
  );

/** A page with a choice of people, each as an item of the list. */
export const pickAmong = (text: string, items: readonly string[]): string => `<!doctype html>
<html lang="sv">
<head><meta charset="utf-8"><title>Välj vem du är</title><meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body>
<main>
<h1>Välj vem du är</h1>
<p>${text}</p>
<form method="post"><ul>${items.join("\n")}</ul></form>
</main>
</body>
</html>`;
