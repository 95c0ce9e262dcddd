import type { MigrationInterface, QueryRunner } from 'typeorm';
import { listed } from './lists.js';

/** Which seats a registration `r` takes: those of its part `p` where that has seats of its own, else of the whole. */
const POOL = `case when r.part_id is null then r.date_id when p.id is null then null when p.seats is null then r.date_id
  else p.id end`;

/**
 * Who has a seat of which date, who stands in the line, and what everybody may know of it.
 *
 * Seats are given by one function, under the lock of the date. Triggers call it as well, because seats change in
 * several ways (an edit that was accepted, a host, a return after a take-down), and none of them may leave the line
 * standing before free seats.
 */
export class Registrations1763800000039 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table private.registration (
        -- Made from the token's hash: it says nothing of how many others there are, nor of when.
        id             uuid primary key,
        thread_id      int not null references thread,
        -- No reference: the rows of dates go and come back with post 1, and registrations stay.
        date_id        uuid not null,
        -- Null for the whole.
        part_id        uuid,
        persons        int not null check (persons between 1 and 5),
        state          text not null check (${listed('private.registration.state')}),
        -- In the line of its date. It stands for the hour, which is not kept.
        position       int not null,
        name           text not null,
        help           boolean not null,
        remind         text[] not null check (${listed('private.registration.remind')}),
        email          text,
        email_confirmed_at timestamptz,
        language       text not null check (${listed('private.registration.language')}),
        -- Of a member who keeps it among theirs.
        member_id      int references private.account on delete set null,
        -- Six signs for the day itself. They open nothing.
        arrival_code   text not null,
        arrived        boolean not null default false,
        token_hash     bytea not null unique,
        code_hash      bytea not null unique,
        code_box       bytea not null,
        key_hash       bytea not null unique,
        unique (thread_id, arrival_code)
      );
      create index registration_of_date on private.registration (date_id, position);
      create index registration_of_member on private.registration (member_id) where member_id is not null;

      -- A date for which somebody has registered: when all of that has to be erased, whatever became of the date, and
      -- what stays then, in persons.
      create table private.date_tally (
        date_id        uuid primary key,
        thread_id      int not null references thread,
        ends_at        timestamptz not null,
        -- Null until it was erased.
        registered     int,
        came           int
      );
      create index date_tally_of on private.date_tally (thread_id);
      create index date_tally_due on private.date_tally (ends_at) where registered is null;
      create index submission_with_facts on desk.submission (id) where facts is not null;

      -- What everybody may know of the seats of a part at a date; of a whole date it stands in workshop_date.
      alter table workshop_part drop column taken, drop column is_full;
      create table part_seats (
        date_id        uuid not null references workshop_date on delete cascade,
        part_id        uuid not null references workshop_part on delete cascade,
        -- In persons; null where everybody may know no more than whether some are left.
        taken          int,
        is_full        boolean not null,
        primary key (date_id, part_id)
      );
      create index part_seats_of on part_seats (part_id);
      revoke all on private.registration, private.date_tally, part_seats from public;

      -- In persons; a pool is a part that has seats of its own, or the date for the whole.
      create function private.taken_seats(of_date uuid, of_pool uuid) returns int language sql stable as $$
        select coalesce(sum(r.persons), 0)::int
        from private.registration r left join public.workshop_part p on p.id = r.part_id
        where r.date_id = of_date and r.state = 'seated' and ${POOL} = of_pool
      $$;

      -- Nobody else gives seats of this date away until the commit. The thread comes first, in the order in which
      -- publish() locks: the row of a registration names it. In one call, because everybody waits for it.
      create function private.hold_date(of_thread int, of_date uuid) returns void language plpgsql as $$
      begin
        perform from public.thread where id = of_thread for key share;
        perform from public.workshop_date where id = of_date and thread_id = of_thread for update;
      end $$;

      -- What hosts do not decide any more: at an open workshop whoever had asked stands in the line. Whoever fits into
      -- free seats gets them, in the order of the line; groups are never split, and one that is too large keeps its
      -- place. Without a moment it is not asked whether the date has begun. It answers whether what everybody may know
      -- has changed.
      create function private.settle_seats(of_date uuid, at timestamptz default null) returns boolean
        language plpgsql as $$
      declare
        held record;
        pool record;
        claimant record;
        used int;
        known boolean;
        public_taken int;
        changed boolean := false;
      begin
        perform from public.workshop_date where id = of_date for update;
        -- Only now: what was read before the lock may have changed meanwhile.
        select t.category_id, d.thread_id, d.seats, d.state, d.starts_at, d.ends_at, w.count, w.admission into held
        from public.workshop_date d join public.workshop w on w.thread_id = d.thread_id
        join public.thread t on t.id = d.thread_id where d.id = of_date;
        if not found then return false; end if;
        insert into private.date_tally as y (date_id, thread_id, ends_at)
        select of_date, held.thread_id, held.ends_at
        where exists (select from private.registration where date_id = of_date)
        on conflict (date_id) do update set ends_at = excluded.ends_at where y.ends_at <> excluded.ends_at;
        if held.admission = 'open' then
          update private.registration set state = 'waiting' where date_id = of_date and state = 'asked';
        end if;
        for pool in
          select of_date as id, held.seats as seats
          union all
          select p.id, p.seats from public.workshop_part p where p.thread_id = held.thread_id and p.seats is not null
        loop
          used := private.taken_seats(of_date, pool.id);
          if held.state = 'planned' and (at is null or held.starts_at > at) then
            for claimant in
              select r.id, r.persons
              from private.registration r left join public.workshop_part p on p.id = r.part_id
              where r.date_id = of_date and r.state = 'waiting' and ${POOL} = pool.id order by r.position
            loop
              exit when used >= pool.seats;
              if pool.seats is null or used + claimant.persons <= pool.seats then
                update private.registration set state = 'seated' where id = claimant.id;
                used := used + claimant.persons;
              end if;
            end loop;
          end if;
          known := pool.seats is not null and held.admission <> 'none' and held.count <> 'hidden';
          public_taken := case when known and held.admission = 'open' and held.count = 'number' then used end;
          if pool.id = of_date then
            update public.workshop_date d set taken = public_taken, is_full = known and used >= pool.seats
            where d.id = of_date
              and (d.taken, d.is_full) is distinct from (public_taken, known and used >= pool.seats);
          elsif known then
            insert into public.part_seats as s (date_id, part_id, taken, is_full)
            values (of_date, pool.id, public_taken, used >= pool.seats)
            on conflict (date_id, part_id) do update set taken = excluded.taken, is_full = excluded.is_full
              where (s.taken, s.is_full) is distinct from (excluded.taken, excluded.is_full);
          else
            delete from public.part_seats where date_id = of_date and part_id = pool.id;
          end if;
          changed := changed or found;
        end loop;
        delete from public.part_seats s where s.date_id = of_date
          and not exists (select from public.workshop_part p where p.id = s.part_id and p.seats is not null);
        changed := changed or found;
        if changed then
          perform pg_notify('palabre_news', json_build_object('news', 'SeatsChanged', 'category', held.category_id,
            'thread', held.thread_id)::text);
        end if;
        return changed;
      end $$;

      create function private.settle_date() returns trigger language plpgsql as $$
      begin
        perform private.settle_seats(new.id);
        return null;
      end $$;
      create function private.settle_dates() returns trigger language plpgsql as $$
      declare
        of_thread int;
      begin
        if tg_op = 'DELETE' then of_thread := old.thread_id; else of_thread := new.thread_id; end if;
        perform private.settle_seats(d.id)
        from (select id from public.workshop_date where thread_id = of_thread order by id) d;
        return null;
      end $$;
      -- At the commit: an edit takes all parts away and puts them down again, and nobody moves up in between.
      create constraint trigger seats_of_date after insert on workshop_date deferrable initially deferred
        for each row execute function private.settle_date();
      create constraint trigger seats_of_changed_date after update on workshop_date deferrable initially deferred
        for each row when (old.seats is distinct from new.seats or old.state <> new.state
          or old.ends_at <> new.ends_at) execute function private.settle_date();
      create constraint trigger seats_of_parts after insert or delete or update on workshop_part
        deferrable initially deferred for each row execute function private.settle_dates();
      create constraint trigger seats_of_workshop after update on workshop deferrable initially deferred
        for each row when (old.count <> new.count or old.admission <> new.admission)
        execute function private.settle_dates();

      select private.settle_seats(id) from workshop_date;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger seats_of_date on workshop_date;
      drop trigger seats_of_changed_date on workshop_date;
      drop trigger seats_of_parts on workshop_part;
      drop trigger seats_of_workshop on workshop;
      drop function private.settle_dates(), private.settle_date(), private.settle_seats(uuid, timestamptz),
        private.taken_seats(uuid, uuid), private.hold_date(int, uuid);
      drop index desk.submission_with_facts;
      drop table part_seats, private.date_tally, private.registration;
      alter table workshop_part add column is_full boolean not null default false, add column taken int;
    `);
  }
}
