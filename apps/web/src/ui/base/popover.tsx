import { type ReactNode, type ToggleEvent, useId, useRef, useState } from 'react';
import { usePlainKey } from '../use-plain-key.ts';
import { IconButton } from './button.tsx';
import style from './popover.module.css';

interface PopoverProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly disabled?: boolean;
  /** A key that opens it, too. */
  readonly shortcut?: string;
  readonly children: (close: () => void) => ReactNode;
}

const marginPx = 8;

/** A button with something that opens beside it; Escape or a click elsewhere closes it. */
export function Popover({ label, icon, disabled = false, shortcut = '', children }: PopoverProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  usePlainKey(shortcut, () => button.current?.click());
  const place = ({ newState }: ToggleEvent<HTMLDivElement>) => {
    setOpen(newState === 'open');
    const element = panel.current;
    const anchor = button.current?.getBoundingClientRect();
    if (newState !== 'open' || element === null || anchor === undefined) return;
    requestAnimationFrame(() => {
      const { width, height } = element.getBoundingClientRect();
      const left = Math.min(anchor.right - width, innerWidth - width - marginPx);
      const below = anchor.bottom + marginPx / 2;
      const fits = below + height + marginPx <= innerHeight;
      element.style.left = `${Math.max(marginPx, left)}px`;
      // Held where it touches the button: what is in it may still grow.
      element.style.top = fits ? `${below}px` : 'auto';
      element.style.bottom = fits ? 'auto' : `${innerHeight - anchor.top + marginPx / 2}px`;
    });
  };
  return (
    <>
      <IconButton ref={button} label={label} popoverTarget={id} aria-expanded={open} disabled={disabled}>
        {icon}
      </IconButton>
      <div id={id} ref={panel} popover="auto" className={style.popover} onBeforeToggle={place}>
        {open ? children(() => panel.current?.hidePopover()) : null}
      </div>
    </>
  );
}
