import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHouse, type House } from "../house.ts";
import { anIncident, aRegistration, farsta, kultur } from "../staff/desk.ts";
import { ask, tokenFor } from "../staff/signed-in.ts";

let house: House;
let dpo: string;
beforeAll(async () => {
  house = await aHouse();
  dpo = await tokenFor(house, "dpo");
  const received = "2025-03-03T09:00:00Z";
  const first = await ask(house, dpo, "POST registrations", aRegistration({ receivedAt: received }));
  await ask(house, dpo, "POST registrations", aRegistration({ receivedAt: "2025-12-31T22:59:59Z" }));
  await ask(house, dpo, "POST registrations", aRegistration({ receivedAt: "2025-12-31T23:00:00Z" }));
  const incident = anIncident({ detectedAt: received, awareAt: received, unit: farsta });
  expect((await ask(house, dpo, "POST incidents", incident)).status).toBe(201);
  await house.idle();
  const answer = { command: "answer", version: 1, outcome: "granted", sentOn: "2025-03-20" };
  expect((await ask(house, dpo, `POST cases/${first.body.reference}-1/commands`, answer)).status).toBe(200);
});
afterAll(() => house.close());

const compile = (year: number, key?: string) => ask(house, dpo, `POST reports/${year}/compilations`, undefined, key);
const download = async (year: number, name: string) => {
  const to = await fetch(`${house.url}/api/v1/reports/${year}/files/${name}`, {
    redirect: "manual",
    headers: { authorization: `Bearer ${dpo}` },
  });
  expect([name, to.status]).toEqual([name, 303]);
  return fetch(to.headers.get("location") ?? "");
};
const statistics = (year: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${house.url}/api/v1/statistics/${year}`, { headers });
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

const perReport = [
  "arsrapport-utkast.docx",
  "arsrapport.html",
  "arsrapport.pdf",
  "figures-excel.csv",
  "figures.csv",
  "figures.json",
  "figures.xlsx",
  "manifest.json",
];

describe("A year that is compiled", () => {
  it("has files for the city and for each unit with a case, each as its manifest says", async () => {
    const told = await compile(2025);
    expect([told.status, told.body.year]).toEqual([201, 2025]);
    const names = [
      ...["city", farsta, kultur].flatMap((whose) => perReport.map((name) => `${whose}_${name}`)),
      "city_statistics.csv",
      "city_statistics.json",
    ];
    expect(told.body.files.map(({ name }: { name: string }) => name).toSorted()).toEqual(names.toSorted());
    const { body } = await ask(house, dpo, "GET reports/2025/files");
    expect(body.items).toEqual(told.body.files);
    for (const { name, size, sha256: hash } of body.items) {
      const bytes = new Uint8Array(await (await download(2025, name)).arrayBuffer());
      expect([name, bytes.byteLength, sha256(bytes)]).toEqual([name, size, hash]);
    }
    const manifest = await (await download(2025, "city_manifest.json")).json();
    expect(manifest.items).toEqual(
      body.items.filter(({ name }: { name: string }) => name.startsWith("city_") && !name.endsWith("manifest.json")),
    );
  });

  it("counts a case in the local year that it came, and its figures are byte for byte those of the API", async () => {
    await compile(2025);
    for (const [name, unit] of [
      ["city_figures.json", ""],
      [`${kultur}_figures.json`, `?unit=${kultur}`],
    ]) {
      const kept = await (await download(2025, name ?? "")).text();
      expect(kept).toBe((await ask(house, dpo, `GET reports/2025${unit}`)).text);
      // 22:59:59Z on New Year's Eve is still that year in Stockholm, and a second later is not.
      expect(JSON.parse(kept).requests).toMatchObject({ received: 2, open: 1, answeredInTime: 1, medianDays: 17 });
    }
  });

  it("is the same files when many compile it at once, and however often or late the schedule comes", async () => {
    const first = (await compile(2025)).body.files;
    const all = await Promise.all(Array.from({ length: 20 }, () => compile(2025)));
    for (const { status, body } of all) expect([status, body.files]).toEqual([201, first]);
    // The schedule has not come yet: it comes twenty times at once, and once more when it is months late.
    const fired = await Promise.all(
      Array.from({ length: 20 }, () => house.fire("yearly-report", "2026-01-02T04:00:00Z")),
    );
    await house.fire("yearly-report", "2026-09-14T04:00:00Z");
    expect((await ask(house, dpo, "GET reports/2025/files")).body.items).toEqual(first);
    console.log(
      `compiled at once ${all.length}, fired at once ${fired.length} and once months late, files ${first.length}, all the same`,
    );
  });

  it("is answered as it was when the same key comes again", async () => {
    const key = "the-same-compilation";
    const first = await compile(2025, key);
    const again = await compile(2025, key);
    expect([again.status, again.headers.get("idempotent-replay"), again.text]).toEqual([201, "true", first.text]);
  });

  it("is reached by links that live a minute and open nothing else", async () => {
    await compile(2025);
    const to = await fetch(`${house.url}/api/v1/reports/2025/files/city_figures.csv`, {
      redirect: "manual",
      headers: { authorization: `Bearer ${dpo}` },
    });
    const link = new URL(to.headers.get("location") ?? "");
    expect(link.searchParams.get("X-Amz-Expires")).toBe("60");
    const good = await fetch(link);
    expect(good.headers.get("content-disposition")).toBe('attachment; filename="city_figures.csv"');
    for (const [name, value] of [
      ["X-Amz-Expires", "3600"],
      ["X-Amz-Date", "20250101T000000Z"],
      ["X-Amz-Signature", "0".repeat(64)],
    ]) {
      const changed = new URL(link);
      changed.searchParams.set(name ?? "", value ?? "");
      expect((await fetch(changed)).status).toBe(403);
    }
    const other = new URL(link);
    other.pathname = other.pathname.replace("city_figures.csv", "city_figures.json");
    expect((await fetch(other)).status).toBe(403);
  });

  it("that nobody has compiled has no files, and a name that is no file of it leads nowhere", async () => {
    expect((await ask(house, dpo, "GET reports/2019/files")).body.code).toBe("not-compiled");
    for (const name of ["city_nothing.json", "..%2fanchors", `${"x".repeat(200)}`])
      expect((await ask(house, dpo, `GET reports/2025/files/${name}`)).status).toBe(404);
    expect((await compile(new Date().getFullYear() + 2)).body.code).toBe("not-in-the-future");
  });

  it("is the DPO's alone to compile, fetch and lock", async () => {
    for (const [role, unit] of [
      ["coordinator", kultur],
      ["central"],
      ["security"],
      ["manager", kultur],
      ["employee", kultur],
    ] as const) {
      const token = await tokenFor(house, role, unit);
      for (const call of [
        "POST reports/2025/compilations",
        "GET reports/2025/files",
        "GET reports/2025/files/city_figures.json",
        "POST reports/2025/locks",
      ] as const)
        expect([role, call, (await ask(house, token, call)).status]).toEqual([role, call, 403]);
    }
  });
});

describe("A year that is locked", () => {
  it("keeps its figures and files; what the cases say later stands beside them as corrections", async () => {
    await compile(2025);
    const before = (await ask(house, dpo, "GET reports/2025")).text;
    expect((await statistics("2025")).status).toBe(404);
    expect((await ask(house, dpo, `POST reports/${new Date().getFullYear()}/locks`)).body.code).toBe("year-not-ended");
    expect((await ask(house, dpo, "POST reports/2018/locks")).body.code).toBe("not-compiled");
    const locked = await ask(house, dpo, "POST reports/2025/locks");
    expect(locked.status).toBe(201);
    const again = await ask(house, dpo, "POST reports/2025/locks");
    expect([again.status, again.body]).toEqual([200, locked.body]);

    const files = (await compile(2025)).body.files;
    await ask(house, dpo, "POST registrations", aRegistration({ receivedAt: "2025-06-01T09:00:00Z" }));
    await house.idle();
    const after = (await compile(2025)).body.files;
    expect((await ask(house, dpo, "GET reports/2025")).text).toBe(before);
    const added = after.filter(
      (file: object) => !files.some((one: object) => JSON.stringify(one) === JSON.stringify(file)),
    );
    expect(added.map(({ name }: { name: string }) => name)).toEqual(["city_rattelser.csv", `${kultur}_rattelser.csv`]);
    expect(await (await download(2025, `${kultur}_rattelser.csv`)).text()).toContain(
      `${kultur},2025,requests.received,2,3\r\n`,
    );
  });

  it("is there for everybody, with small counts left out, as JSON and as open data that the data portal is told of", async () => {
    const told = await statistics("2025");
    expect(told.status).toBe(200);
    expect(told.headers.get("cache-control")).toContain("public");
    const { year, rows } = await told.json();
    expect(year).toBe(2025);
    expect(rows[0]).toEqual({ figure: "requests.received", code: null, unit: null, value: null, status: "left-out" });
    for (const { value } of rows) expect(value === null || value === 0 || value >= 5).toBe(true);
    for (const asked of [statistics("2025.csv"), statistics("2025", { accept: "text/csv" })]) {
      const csv = await asked;
      expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
      expect(await csv.text()).toMatch(/^year,figure,code,unit,value,status\r\n2025,requests.received,,,,left-out\r\n/);
    }
    for (const year of ["2024", "2025.xml", "25", "2025/..", "%00"])
      expect([year, (await statistics(year)).status]).toEqual([year, 404]);
    const described = await fetch(`${house.url}/dcat.rdf`);
    expect(described.headers.get("content-type")).toBe("application/rdf+xml; charset=utf-8");
    const text = await described.text();
    expect(text).toContain("/api/v1/statistics/2025.csv");
    expect(text).not.toContain("/api/v1/statistics/2024");
  });
});
