import { stockholm } from "../../shared/cities/stockholm/index.ts";
import type { City, Unit } from "../../shared/domain/city.ts";

/** A city of units that lived from one day to another and came after each other; without services and places. */
export const aCity = (lives: Readonly<Record<string, Partial<Unit>>>): City => {
  const life = { kind: "facknamnd", validFrom: null, validTo: null, successors: [] } as const;
  const units = Object.entries(lives).map(([id, parts]) => ({
    ...{ id, name: id, administration: id, controller: id },
    ...life,
    ...parts,
    predecessors: Object.keys(lives).filter((one) => lives[one]?.successors?.includes(id)),
  }));
  return { ...stockholm, units, services: [], districts: [], aliases: {} };
};
