#!/bin/sh
# Run once by the Postgres image when its data folder is new: the account the application logs in with. It has only
# what the migrations, run by the owner, give to the role `app`, and that holds no right to change facts.
set -eu
psql --set=ON_ERROR_STOP=1 --set=password="$APP_DB_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
CREATE ROLE app NOLOGIN;
CREATE ROLE phoi_hop_app LOGIN PASSWORD :'password' IN ROLE app;
SQL
