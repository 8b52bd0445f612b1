-- That somebody was referred, to whom and when; never why.
-- A released migration is never edited.

-- Who helps is one of these words, so that no column has room for a reason. A helpline does not say
-- which one, for its name would tell why. Employee representatives are never noted: whether somebody
-- is a member of a union is nobody's business.
create table referral (
  id text primary key,
  number integer not null,
  coachee_id text not null references coachee (id),
  helper text not null check (helper in ('emergency_services', 'helpline', 'confidential_counsellor',
    'prevention_adviser', 'occupational_physician', 'return_to_work_coordinator', 'employer',
    'general_practitioner', 'career_guidance')),
  referred_on text not null check (referred_on is date(referred_on, '+0 days')),
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
create index referral_number on referral (number);
create index referral_coachee on referral (coachee_id, referred_on);
