import { Select } from '../base/select.tsx';
import { useLanguageName } from '../use-language-name.ts';

interface LanguageSelectProps {
  readonly label: string;
  readonly value: string;
  readonly languages: readonly string[];
  readonly onChange: (language: string) => void;
}

export function LanguageSelect({ label, value, languages, onChange }: LanguageSelectProps) {
  const nameOf = useLanguageName();
  const tags = languages.includes(value) ? languages : [value, ...languages];
  return (
    <Select
      kind="quiet"
      aria-label={label}
      value={value}
      options={tags.map((tag) => [tag, nameOf(tag)])}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
