import { Info } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useServices } from '../services.ts';
import style from './connection-notice.module.css';

const everyMs = 10 * 60_000;

/** What the operator wants everybody to know, on a quiet line; nothing most of the time. */
export function StatusMessage() {
  const { api } = useServices();
  const [message, setMessage] = useState<string | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    // An old message stays while the service does not answer.
    const look = () => api.statusMessage(leaving.signal).then(setMessage, () => undefined);
    void look();
    const timer = setInterval(look, everyMs);
    return () => {
      clearInterval(timer);
      leaving.abort();
    };
  }, [api]);
  if (message === null) return null;
  return (
    <p role="status" className={style.notice}>
      <Info />
      {message}
    </p>
  );
}
