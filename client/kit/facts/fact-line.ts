/** One fact in words: several lines where there are several of its kind; empty where nothing is said. */
export interface FactLine {
  label: string;
  value: string;
}
