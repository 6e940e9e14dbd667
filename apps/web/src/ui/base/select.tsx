import { ChevronDown } from 'lucide-react';
import type { SelectHTMLAttributes } from 'react';
import style from './select.module.css';

interface SelectProps extends SelectHTMLAttributes<HTMLSelectElement> {
  readonly kind: 'quiet' | 'framed';
  readonly options: readonly (readonly [value: string, label: string])[];
}

export function Select({ kind, options, ...rest }: SelectProps) {
  return (
    <span className={`${style.select} ${style[kind]}`}>
      <select {...rest}>
        {options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden="true" />
    </span>
  );
}
