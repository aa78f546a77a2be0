export { createRevealPage, type RevealPage, type RevealPageOptions } from "./reveal-page.ts";
