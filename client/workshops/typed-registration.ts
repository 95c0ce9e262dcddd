/** A form of registration as somebody has filled it. */
export interface TypedForm {
  date: string;
  part: string;
  persons: string;
  answer: string;
  name: string;
  help: boolean;
  remind: readonly string[];
  email: string;
  mine: boolean;
}

export const NOTHING_TYPED: TypedForm = {
  date: '',
  part: '',
  persons: '1',
  answer: '',
  name: '',
  help: false,
  remind: [],
  email: '',
  mine: false,
};
