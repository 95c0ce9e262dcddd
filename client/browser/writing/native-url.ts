/** The browser's own URL, instead of a package that tus-js-client brings for browsers without one. */
export default URL;
