/** Rules of the columns of a table of organisations: `slug | names | abbreviations | former names | bodies`. */
export const ORGANISATION_COLUMNS = ["name", "abbreviation", "former-name", "body"];
