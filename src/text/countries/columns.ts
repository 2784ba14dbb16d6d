/** Rules of the columns of a table of countries: `code | names | official names | peoples and adjectives | capitals | cities`. */
export const COUNTRY_COLUMNS = ["name", "official-name", "demonym", "capital", "city"];
