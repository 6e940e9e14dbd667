/** Two loops that pass into each other: the source and its translation, without end. */
export function Mark() {
  return (
    <svg
      viewBox="0 0 40 24"
      width="40"
      height="24"
      fill="none"
      strokeWidth="4.5"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M20 12c-3-4.6-5.6-8.5-10-8.5a8.5 8.5 0 0 0 0 17c4.4 0 7-3.9 10-8.5" stroke="var(--source)" />
      <path d="M20 12c3-4.6 5.6-8.5 10-8.5a8.5 8.5 0 0 1 0 17c-4.4 0-7-3.9-10-8.5" stroke="var(--target)" />
    </svg>
  );
}
