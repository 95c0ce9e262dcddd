/** What browsers have themselves, in the place of a package that tus-js-client brings for those which do not. */
export default URL;
