import { Select } from '../base/select.tsx';
import { useLanguageName } from '../use-language-name.ts';

interface LanguageSelectProps {
  readonly label: string;
  readonly value: string;
  readonly languages: readonly string[];
  /** A choice before the languages. */
  readonly first?: readonly [value: string, label: string] | undefined;
  readonly onChange: (language: string) => void;
}

export function LanguageSelect({ label, value, languages, first, onChange }: LanguageSelectProps) {
  const nameOf = useLanguageName();
  const isListed = languages.includes(value) || first?.[0] === value;
  const tags = isListed ? languages : [value, ...languages];
  const named = tags.map((tag) => [tag, nameOf(tag)] as const);
  return (
    <Select
      kind="quiet"
      aria-label={label}
      value={value}
      options={first === undefined ? named : [first, ...named]}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
