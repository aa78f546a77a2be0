import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";

const AnnouncerContext = createContext<(message: string) => void>(() => undefined);
const shownForMs = 5_000;

/** Shows short news at the foot of the page, and reads them out. */
export function AnnouncerProvider({ children }: { children: ReactNode }): ReactNode {
  const [news, setNews] = useState({ message: "", at: 0 });
  const announce = useCallback((message: string) => setNews({ message, at: Date.now() }), []);
  useEffect(() => {
    if (news.message === "") return undefined;
    const timer = setTimeout(() => setNews({ message: "", at: 0 }), shownForMs);
    return () => clearTimeout(timer);
  }, [news]);
  return (
    <AnnouncerContext value={announce}>
      {children}
      <div className="toast" role="status" data-shown={news.message !== ""}>
        {news.message}
      </div>
    </AnnouncerContext>
  );
}

/** Announces news; never card data. */
export function useAnnounce(): (message: string) => void {
  return useContext(AnnouncerContext);
}
