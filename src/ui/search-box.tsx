import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';

interface SearchBoxProps {
  readonly label: string;
  /** What the address says is searched for when the page opens. */
  readonly value: string;
  readonly onSearch: (text: string) => void;
}

const PAUSE_MS = 300;

/** Searches when the typing pauses. */
export function SearchBox({ label, value, onSearch }: SearchBoxProps): ReactElement {
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <Input
      className="search-box"
      type="search"
      allowClear
      aria-label={label}
      placeholder={label}
      maxLength={50}
      value={text}
      onChange={(event) => {
        const next = event.target.value;
        setText(next);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => onSearch(next.trim()), PAUSE_MS);
      }}
    />
  );
}
