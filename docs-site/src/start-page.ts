/** Starlight's id of the start page, which brings its own title. */
export const startPage = "";
