import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { CardPage } from "./card/card-page.tsx";
import { CardList } from "./list/card-list.tsx";
import { useFirstCard } from "./list/listed-cards.ts";
import { type Profile, profilesQuery } from "./profiles.ts";
import { routeHref, useRoute } from "./route.ts";
import { ErrorNotice } from "./ui/error-notice.tsx";
import { Icon } from "./ui/icon.tsx";
import { useIsWideScreen } from "./wide-screen.ts";

/** The whole page: header, the profile's cards, one card. */
export function App(): ReactNode {
  const profiles = useQuery(profilesQuery);
  const route = useRoute();
  const profile = profiles.data?.find(({ id }) => id === route.profileId) ?? profiles.data?.[0];
  return (
    <>
      <button type="button" className="skip-link" onClick={() => document.getElementById("main")?.focus()}>
        Skip to content
      </button>
      <header className="topbar">
        <h1 className="brand">
          <Icon name="card" /> Cards
        </h1>
        {profile && profiles.data && <ProfileSwitcher profiles={profiles.data} current={profile} />}
      </header>
      <main id="main" tabIndex={-1}>
        {profiles.isError && <ErrorNotice error={profiles.error} onRetry={() => void profiles.refetch()} />}
        {profile && <ProfileCards key={profile.id} profile={profile} cardToken={route.cardToken} />}
      </main>
    </>
  );
}

function ProfileCards({ profile, cardToken }: { profile: Profile; cardToken: string | undefined }): ReactNode {
  const isWide = useIsWideScreen();
  const firstCard = useFirstCard(profile.id);
  const shown = cardToken ?? (isWide ? firstCard : undefined);
  return (
    <div className="panes" data-view={cardToken ? "card" : "list"}>
      <CardList profile={profile} selected={shown} />
      <div className="pane-card">
        {shown && <CardPage key={shown} profileId={profile.id} cardToken={shown} isChosen={cardToken !== undefined} />}
      </div>
    </div>
  );
}

function ProfileSwitcher({ profiles, current }: { profiles: readonly Profile[]; current: Profile }): ReactNode {
  if (profiles.length === 1) return <span className="profile-name">{current.name}</span>;
  return (
    <label className="profile-switcher">
      <span className="visually-hidden">Profile</span>
      <select
        value={current.id}
        onChange={(event) => {
          location.hash = routeHref(Number(event.target.value));
        }}
      >
        {profiles.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
