using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Commonstead.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "access_entry",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_entry", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "account",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    display_name = table.Column<string>(type: "text", nullable: false),
                    search = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: true),
                    first_password_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    user_name = table.Column<string>(type: "text", nullable: true),
                    normalized_user_name = table.Column<string>(type: "text", nullable: true),
                    email = table.Column<string>(type: "text", nullable: true),
                    normalized_email = table.Column<string>(type: "text", nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_claim",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_claim", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_login",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    provider_key = table.Column<string>(type: "text", nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_login", x => new { x.login_provider, x.provider_key });
                });

            migrationBuilder.CreateTable(
                name: "audit_entry",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    operation = table.Column<string>(type: "text", nullable: false),
                    result = table.Column<Guid>(type: "uuid", nullable: true),
                    bulk = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entry", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "audit_seal",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_seal", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "audit_sealed",
                columns: table => new
                {
                    entry_number = table.Column<long>(type: "bigint", nullable: false),
                    seal_number = table.Column<long>(type: "bigint", nullable: false),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_sealed", x => x.entry_number);
                });

            migrationBuilder.CreateTable(
                name: "ballot",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    question = table.Column<string>(type: "text", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: false),
                    rule_options = table.Column<string>(type: "text", nullable: false),
                    seats = table.Column<int>(type: "integer", nullable: false),
                    classes = table.Column<string>(type: "text", nullable: false),
                    subject_kind = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: true),
                    opens_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    closes_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    shares_needed = table.Column<int>(type: "integer", nullable: false),
                    public_key = table.Column<string>(type: "text", nullable: false),
                    roll_size = table.Column<int>(type: "integer", nullable: false),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    not_opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    site = table.Column<string>(type: "text", nullable: false),
                    remind_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reminded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    participants = table.Column<int>(type: "integer", nullable: true),
                    unreadable = table.Column<int>(type: "integer", nullable: false),
                    unsealed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    lot_seed = table.Column<string>(type: "text", nullable: false),
                    declared_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    bundle = table.Column<string>(type: "text", nullable: false),
                    cancelled_because = table.Column<string>(type: "text", nullable: false),
                    search = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ballot", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ballot_count",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ballot = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    asked_by = table.Column<string>(type: "text", nullable: false),
                    because = table.Column<string>(type: "text", nullable: false),
                    papers = table.Column<int>(type: "integer", nullable: false),
                    papers_hash = table.Column<string>(type: "text", nullable: false),
                    result_hash = table.Column<string>(type: "text", nullable: false),
                    chosen = table.Column<string>(type: "text", nullable: false),
                    needs_lot = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ballot_count", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ballot_entered_paper",
                columns: table => new
                {
                    ballot = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    first_by = table.Column<string>(type: "text", nullable: false),
                    first = table.Column<string>(type: "text", nullable: false),
                    second_by = table.Column<string>(type: "text", nullable: false),
                    second = table.Column<string>(type: "text", nullable: false),
                    agreed = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ballot_entered_paper", x => new { x.ballot, x.number });
                });

            migrationBuilder.CreateTable(
                name: "ballot_envelope",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ballot = table.Column<Guid>(type: "uuid", nullable: false),
                    entry = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ballot_envelope", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "ballot_paper",
                columns: table => new
                {
                    ballot = table.Column<Guid>(type: "uuid", nullable: false),
                    receipt = table.Column<string>(type: "text", nullable: false),
                    marks = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ballot_paper", x => new { x.ballot, x.receipt });
                });

            migrationBuilder.CreateTable(
                name: "ballot_paper_voter",
                columns: table => new
                {
                    entry = table.Column<Guid>(type: "uuid", nullable: false),
                    ballot = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ballot_paper_voter", x => x.entry);
                });

            migrationBuilder.CreateTable(
                name: "ballot_participation",
                columns: table => new
                {
                    entry = table.Column<Guid>(type: "uuid", nullable: false),
                    ballot = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ballot_participation", x => x.entry);
                });

            migrationBuilder.CreateTable(
                name: "ballot_roll",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ballot = table.Column<Guid>(type: "uuid", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: false),
                    voter = table.Column<Guid>(type: "uuid", nullable: false),
                    @class = table.Column<string>(name: "class", type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ballot_roll", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ballot_set_aside",
                columns: table => new
                {
                    ballot = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    fate = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ballot_set_aside", x => new { x.ballot, x.number });
                });

            migrationBuilder.CreateTable(
                name: "ballot_voting_code",
                columns: table => new
                {
                    entry = table.Column<Guid>(type: "uuid", nullable: false),
                    ballot = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ballot_voting_code", x => x.entry);
                });

            migrationBuilder.CreateTable(
                name: "bylaws",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    table = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    resolution = table.Column<Guid>(type: "uuid", nullable: true),
                    begun_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bylaws", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "directorship",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    @class = table.Column<string>(name: "class", type: "text", nullable: false),
                    basis = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    left_on = table.Column<DateOnly>(type: "date", nullable: true),
                    left = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    note = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directorship", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "election",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    @class = table.Column<string>(name: "class", type: "text", nullable: false),
                    voters = table.Column<string>(type: "text", nullable: false),
                    seats = table.Column<int>(type: "integer", nullable: false),
                    method = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    order = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    called_on = table.Column<DateOnly>(type: "date", nullable: false),
                    nominations_from = table.Column<DateOnly>(type: "date", nullable: false),
                    nominations_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    site = table.Column<string>(type: "text", nullable: false),
                    remind_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    state = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    lot_seed = table.Column<string>(type: "text", nullable: false),
                    settled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    vacant = table.Column<int>(type: "integer", nullable: false),
                    called_off_because = table.Column<string>(type: "text", nullable: false),
                    search = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_election", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lab_published_study",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    code_hash = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: false),
                    taken_down_on = table.Column<DateOnly>(type: "date", nullable: true),
                    taken_down_because = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lab_published_study", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "land_correction",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    changes = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_land_correction", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "land_parcel",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    title_number = table.Column<string>(type: "text", nullable: true),
                    uprn = table.Column<string>(type: "text", nullable: true),
                    tenure = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    use = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    area = table.Column<double>(type: "double precision", nullable: true),
                    west = table.Column<double>(type: "double precision", nullable: true),
                    south = table.Column<double>(type: "double precision", nullable: true),
                    east = table.Column<double>(type: "double precision", nullable: true),
                    north = table.Column<double>(type: "double precision", nullable: true),
                    disposed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    disposed_under = table.Column<string>(type: "text", nullable: true),
                    search = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_land_parcel", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lease",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    instrument = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    parcel = table.Column<Guid>(type: "uuid", nullable: false),
                    home = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    standing = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    end_note = table.Column<string>(type: "text", nullable: true),
                    ended_by = table.Column<Guid>(type: "uuid", nullable: true),
                    follows = table.Column<Guid>(type: "uuid", nullable: true),
                    rule_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    income_limit_percent = table.Column<decimal>(type: "numeric", nullable: true),
                    area = table.Column<string>(type: "text", nullable: true),
                    transfer_fee_percent = table.Column<decimal>(type: "numeric", nullable: false),
                    appraisal_basis = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    occupancy_months = table.Column<int>(type: "integer", nullable: true),
                    lender_margin_years = table.Column<int>(type: "integer", nullable: false),
                    renewal_years = table.Column<int>(type: "integer", nullable: true),
                    renewal_notice_opens_days = table.Column<int>(type: "integer", nullable: true),
                    renewal_notice_closes_days = table.Column<int>(type: "integer", nullable: true),
                    home_number = table.Column<string>(type: "text", nullable: false),
                    home_address = table.Column<string>(type: "text", nullable: false),
                    holder_names = table.Column<string>(type: "text", nullable: false),
                    search = table.Column<string>(type: "text", nullable: false),
                    improvement_notice_above_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    improvement_notice_above_minor = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lease", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lease_settings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    payment_cure = table.Column<string>(type: "text", nullable: false),
                    breach_cure = table.Column<string>(type: "text", nullable: false),
                    lender_cure = table.Column<string>(type: "text", nullable: false),
                    lender_option = table.Column<string>(type: "text", nullable: false),
                    household_months = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lease_settings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mail_outbox",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    to = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: true),
                    queued_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    next_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    state_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    last_error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mail_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "meeting",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    starts_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    online = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    called_on = table.Column<DateOnly>(type: "date", nullable: true),
                    needs_waiver = table.Column<bool>(type: "boolean", nullable: false),
                    waiver = table.Column<string>(type: "text", nullable: false),
                    entitled = table.Column<int>(type: "integer", nullable: false),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    cancelled_because = table.Column<string>(type: "text", nullable: false),
                    minutes = table.Column<string>(type: "text", nullable: false),
                    minutes_state = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    minutes_approved_on = table.Column<DateOnly>(type: "date", nullable: true),
                    minutes_approved_at = table.Column<Guid>(type: "uuid", nullable: true),
                    search = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meeting", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "member",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: true),
                    organisation = table.Column<Guid>(type: "uuid", nullable: true),
                    representative = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    sort_name = table.Column<string>(type: "text", nullable: false),
                    search = table.Column<string>(type: "text", nullable: false),
                    @class = table.Column<string>(name: "class", type: "character varying(30)", maxLength: 30, nullable: false),
                    stands_since = table.Column<DateOnly>(type: "date", nullable: false),
                    joined_on = table.Column<DateOnly>(type: "date", nullable: false),
                    origin = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    lease = table.Column<Guid>(type: "uuid", nullable: true),
                    shares = table.Column<int>(type: "integer", nullable: false),
                    settled_through = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    end_note = table.Column<string>(type: "text", nullable: true),
                    merged_into = table.Column<Guid>(type: "uuid", nullable: true),
                    paid_on_shares_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    paid_on_shares_minor = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_member", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "member_application",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    given_name = table.Column<string>(type: "text", nullable: true),
                    family_name = table.Column<string>(type: "text", nullable: false),
                    organisation = table.Column<string>(type: "text", nullable: true),
                    search = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    phone = table.Column<string>(type: "text", nullable: true),
                    post = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    @class = table.Column<string>(name: "class", type: "character varying(30)", maxLength: 30, nullable: false),
                    confirmed = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    token_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    confirmed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    member = table.Column<Guid>(type: "uuid", nullable: true),
                    person = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_member_application", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "member_terms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    leaseholders_by_lease = table.Column<bool>(type: "boolean", nullable: false),
                    needs_approval = table.Column<bool>(type: "boolean", nullable: false),
                    minimum_age = table.Column<int>(type: "integer", nullable: true),
                    area = table.Column<string>(type: "text", nullable: true),
                    dues_period = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    lapse_after_months = table.Column<int>(type: "integer", nullable: true),
                    dues_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    dues_minor = table.Column<long>(type: "bigint", nullable: true),
                    share_price_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    share_price_minor = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_member_terms", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people_household",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    search = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_household", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people_organisation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    registration_number = table.Column<string>(type: "text", nullable: true),
                    reach = table.Column<string>(type: "text", nullable: true),
                    search = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_organisation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people_person",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    given_name = table.Column<string>(type: "text", nullable: true),
                    family_name = table.Column<string>(type: "text", nullable: false),
                    addressed_as = table.Column<string>(type: "text", nullable: true),
                    born_on = table.Column<DateOnly>(type: "date", nullable: true),
                    sort_name = table.Column<string>(type: "text", nullable: false),
                    search = table.Column<string>(type: "text", nullable: false),
                    merged_into = table.Column<Guid>(type: "uuid", nullable: true),
                    erased_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_person", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_document",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    media_type = table.Column<string>(type: "text", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    added_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    added_by = table.Column<string>(type: "text", nullable: false),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn_because = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_document", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_idempotency",
                columns: table => new
                {
                    actor = table.Column<string>(type: "text", nullable: false),
                    operation = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    input_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    result_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_idempotency", x => new { x.actor, x.operation, x.key });
                });

            migrationBuilder.CreateTable(
                name: "pricing_determination",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lease = table.Column<Guid>(type: "uuid", nullable: false),
                    rule_hash = table.Column<string>(type: "text", nullable: false),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    known_by = table.Column<DateOnly>(type: "date", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    made_by = table.Column<string>(type: "text", nullable: false),
                    maximum_price_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    maximum_price_minor = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pricing_determination", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pricing_rule",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    adopted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    adopted_under = table.Column<string>(type: "text", nullable: false),
                    retired_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pricing_rule", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pricing_rule_draft",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    changed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    given_up_on = table.Column<DateOnly>(type: "date", nullable: true),
                    given_up_because = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pricing_rule_draft", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "resale",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    lease = table.Column<Guid>(type: "uuid", nullable: false),
                    home = table.Column<string>(type: "text", nullable: false),
                    search = table.Column<string>(type: "text", nullable: false),
                    frozen_terms = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    notice_on = table.Column<DateOnly>(type: "date", nullable: false),
                    steward = table.Column<string>(type: "text", nullable: false),
                    appraisal = table.Column<Guid>(type: "uuid", nullable: true),
                    determination = table.Column<Guid>(type: "uuid", nullable: true),
                    option = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    option_on = table.Column<DateOnly>(type: "date", nullable: true),
                    certification = table.Column<Guid>(type: "uuid", nullable: true),
                    agreed_price_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    agreed_price_minor = table.Column<long>(type: "bigint", nullable: true),
                    asked_price_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    asked_price_minor = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resale", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "resale_appraisal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    resale = table.Column<Guid>(type: "uuid", nullable: false),
                    appraiser = table.Column<string>(type: "text", nullable: false),
                    licence = table.Column<string>(type: "text", nullable: false),
                    ordered_by = table.Column<string>(type: "text", nullable: false),
                    paid_by = table.Column<string>(type: "text", nullable: false),
                    inspected_on = table.Column<DateOnly>(type: "date", nullable: false),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: false),
                    basis = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    land_value_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    land_value_minor = table.Column<long>(type: "bigint", nullable: true),
                    value_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    value_minor = table.Column<long>(type: "bigint", nullable: false),
                    value_added_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    value_added_minor = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resale_appraisal", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "resale_appraisal_dispute",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    resale = table.Column<Guid>(type: "uuid", nullable: false),
                    first = table.Column<Guid>(type: "uuid", nullable: false),
                    disputed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    settlement = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    second = table.Column<Guid>(type: "uuid", nullable: true),
                    third = table.Column<Guid>(type: "uuid", nullable: true),
                    settled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    settled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    settled_added_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    settled_added_minor = table.Column<long>(type: "bigint", nullable: true),
                    settled_land_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    settled_land_minor = table.Column<long>(type: "bigint", nullable: true),
                    settled_value_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    settled_value_minor = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resale_appraisal_dispute", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "resale_certification",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    resale = table.Column<Guid>(type: "uuid", nullable: false),
                    household_size = table.Column<int>(type: "integer", nullable: false),
                    certified_on = table.Column<DateOnly>(type: "date", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: false),
                    limit_source = table.Column<string>(type: "text", nullable: false),
                    board_reason = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    income_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    income_minor = table.Column<long>(type: "bigint", nullable: false),
                    limit_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    limit_minor = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resale_certification", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "resale_closing",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    resale = table.Column<Guid>(type: "uuid", nullable: false),
                    determination = table.Column<Guid>(type: "uuid", nullable: false),
                    certification = table.Column<Guid>(type: "uuid", nullable: true),
                    closes_on = table.Column<DateOnly>(type: "date", nullable: false),
                    seller_names = table.Column<string>(type: "text", nullable: false),
                    new_lease = table.Column<Guid>(type: "uuid", nullable: true),
                    new_lease_number = table.Column<string>(type: "text", nullable: true),
                    prepared_by = table.Column<string>(type: "text", nullable: false),
                    prepared_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    arrears_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    arrears_minor = table.Column<long>(type: "bigint", nullable: false),
                    commission_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    commission_minor = table.Column<long>(type: "bigint", nullable: false),
                    other_costs_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    other_costs_minor = table.Column<long>(type: "bigint", nullable: false),
                    payoffs_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    payoffs_minor = table.Column<long>(type: "bigint", nullable: false),
                    price_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    price_minor = table.Column<long>(type: "bigint", nullable: false),
                    repairs_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    repairs_minor = table.Column<long>(type: "bigint", nullable: false),
                    transfer_fee_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    transfer_fee_minor = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resale_closing", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "resale_event",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    resale = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    figures = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resale_event", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "resale_interest",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    resale = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: true),
                    relation = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    declared_on = table.Column<DateOnly>(type: "date", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn_because = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resale_interest", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "resale_lease_terms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lease = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    stated_deadlines = table.Column<string>(type: "text", nullable: false),
                    certification_months = table.Column<int>(type: "integer", nullable: true),
                    appraisal_months = table.Column<int>(type: "integer", nullable: true),
                    dispute_days = table.Column<int>(type: "integer", nullable: true),
                    dispute = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    months_to_any_buyer = table.Column<int>(type: "integer", nullable: true),
                    months_to_power_of_sale = table.Column<int>(type: "integer", nullable: true),
                    issues_new_lease = table.Column<bool>(type: "boolean", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resale_lease_terms", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "resale_settings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    country = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    changed_deadlines = table.Column<string>(type: "text", nullable: false),
                    certification_months = table.Column<int>(type: "integer", nullable: false),
                    appraisal_months = table.Column<int>(type: "integer", nullable: false),
                    dispute_days = table.Column<int>(type: "integer", nullable: false),
                    dispute = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    months_to_any_buyer = table.Column<int>(type: "integer", nullable: false),
                    months_to_power_of_sale = table.Column<int>(type: "integer", nullable: false),
                    issues_new_lease = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resale_settings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "resolution",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    subject_name = table.Column<string>(type: "text", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    settled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn_because = table.Column<string>(type: "text", nullable: false),
                    carried_out_on = table.Column<DateOnly>(type: "date", nullable: true),
                    search = table.Column<string>(type: "text", nullable: false),
                    amount_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    amount_minor = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resolution", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "series_area",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    successor = table.Column<string>(type: "text", nullable: true),
                    successor_from = table.Column<DateOnly>(type: "date", nullable: true),
                    search = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_series_area", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "series_figure",
                columns: table => new
                {
                    release = table.Column<long>(type: "bigint", nullable: false),
                    area = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    value = table.Column<decimal>(type: "numeric", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_series_figure", x => new { x.release, x.area, x.from });
                });

            migrationBuilder.CreateTable(
                name: "series_release",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    series = table.Column<string>(type: "text", nullable: false),
                    release = table.Column<string>(type: "text", nullable: false),
                    published = table.Column<DateOnly>(type: "date", nullable: false),
                    effective = table.Column<DateOnly>(type: "date", nullable: false),
                    span = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    @base = table.Column<string>(name: "base", type: "text", nullable: true),
                    publisher = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    figure_count = table.Column<int>(type: "integer", nullable: false),
                    figures_hash = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_series_release", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "series_series",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    publisher = table.Column<string>(type: "text", nullable: false),
                    span = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    currency_code = table.Column<string>(type: "text", nullable: true),
                    release_count = table.Column<int>(type: "integer", nullable: false),
                    latest_release = table.Column<string>(type: "text", nullable: false),
                    latest_published = table.Column<DateOnly>(type: "date", nullable: false),
                    search = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_series_series", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "series_withdrawal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    release = table.Column<long>(type: "bigint", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    because = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_series_withdrawal", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "trust_profile",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    country = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    time_zone = table.Column<string>(type: "text", nullable: false),
                    measurement = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    is_demonstration = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_trust_profile", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_passkey",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    Data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_passkey", x => x.credential_id);
                    table.ForeignKey(
                        name: "FK_account_passkey_account_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_role",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_role", x => x.id);
                    table.ForeignKey(
                        name: "FK_account_role_account_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_token",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_token", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "FK_account_token_account_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "audit_attestation",
                columns: table => new
                {
                    entry_number = table.Column<long>(type: "bigint", nullable: false),
                    table = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_attestation", x => new { x.entry_number, x.table, x.key });
                    table.ForeignKey(
                        name: "FK_audit_attestation_audit_entry_entry_number",
                        column: x => x.entry_number,
                        principalTable: "audit_entry",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "audit_change",
                columns: table => new
                {
                    entry_number = table.Column<long>(type: "bigint", nullable: false),
                    table = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    values = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_change", x => new { x.entry_number, x.table, x.key });
                    table.ForeignKey(
                        name: "FK_audit_change_audit_entry_entry_number",
                        column: x => x.entry_number,
                        principalTable: "audit_entry",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ballot_choice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ballot = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    has_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ballot_choice", x => x.id);
                    table.ForeignKey(
                        name: "FK_ballot_choice_ballot_ballot",
                        column: x => x.ballot,
                        principalTable: "ballot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ballot_key_holder",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ballot = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    share = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ballot_key_holder", x => x.id);
                    table.ForeignKey(
                        name: "FK_ballot_key_holder_ballot_ballot",
                        column: x => x.ballot,
                        principalTable: "ballot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "election_count_back",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    election = table.Column<Guid>(type: "uuid", nullable: false),
                    seated = table.Column<Guid>(type: "uuid", nullable: false),
                    in_place_of = table.Column<Guid>(type: "uuid", nullable: true),
                    vacant_on = table.Column<DateOnly>(type: "date", nullable: false),
                    bylaws = table.Column<Guid>(type: "uuid", nullable: true),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    count = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_election_count_back", x => x.id);
                    table.ForeignKey(
                        name: "FK_election_count_back_election_election",
                        column: x => x.election,
                        principalTable: "election",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "election_nomination",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    election = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    statement = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    received_by = table.Column<string>(type: "text", nullable: false),
                    entered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    proposer = table.Column<Guid>(type: "uuid", nullable: true),
                    seconder = table.Column<Guid>(type: "uuid", nullable: true),
                    consented_on = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    place = table.Column<int>(type: "integer", nullable: true),
                    elected_as = table.Column<int>(type: "integer", nullable: true),
                    term = table.Column<Guid>(type: "uuid", nullable: true),
                    declined_on = table.Column<DateOnly>(type: "date", nullable: true),
                    declined_why = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    declined_note = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_election_nomination", x => x.id);
                    table.ForeignKey(
                        name: "FK_election_nomination_election_election",
                        column: x => x.election,
                        principalTable: "election",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "land_acquisition",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    parcel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    manner = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    from_whom = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    deed_reference = table.Column<string>(type: "text", nullable: true),
                    leased_until = table.Column<DateOnly>(type: "date", nullable: true),
                    appraised_value_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    appraised_value_minor = table.Column<long>(type: "bigint", nullable: true),
                    price_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    price_minor = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_land_acquisition", x => x.id);
                    table.ForeignKey(
                        name: "FK_land_acquisition_land_parcel_parcel_id",
                        column: x => x.parcel_id,
                        principalTable: "land_parcel",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "land_encumbrance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    parcel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    holder = table.Column<string>(type: "text", nullable: false),
                    restricts = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: true),
                    begins_on = table.Column<DateOnly>(type: "date", nullable: false),
                    runs_until = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_because = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_land_encumbrance", x => x.id);
                    table.ForeignKey(
                        name: "FK_land_encumbrance_land_parcel_parcel_id",
                        column: x => x.parcel_id,
                        principalTable: "land_parcel",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "land_home",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    parcel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    uprn = table.Column<string>(type: "text", nullable: true),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    bedrooms = table.Column<int>(type: "integer", nullable: true),
                    floor_area = table.Column<decimal>(type: "numeric(12,4)", precision: 12, scale: 4, nullable: true),
                    year_built = table.Column<int>(type: "integer", nullable: true),
                    access = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    access_note = table.Column<string>(type: "text", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    search = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_land_home", x => x.id);
                    table.ForeignKey(
                        name: "FK_land_home_land_parcel_parcel_id",
                        column: x => x.parcel_id,
                        principalTable: "land_parcel",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "land_outline",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    parcel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    geo_json = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_land_outline", x => x.id);
                    table.ForeignKey(
                        name: "FK_land_outline_land_parcel_parcel_id",
                        column: x => x.parcel_id,
                        principalTable: "land_parcel",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lease_correction",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lease = table.Column<Guid>(type: "uuid", nullable: false),
                    fact = table.Column<Guid>(type: "uuid", nullable: true),
                    term = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    subject = table.Column<string>(type: "text", nullable: false),
                    old_text = table.Column<string>(type: "text", nullable: true),
                    new_text = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false),
                    holds_from = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    proposed_by = table.Column<string>(type: "text", nullable: false),
                    proposed_by_name = table.Column<string>(type: "text", nullable: false),
                    proposed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    decided_by_name = table.Column<string>(type: "text", nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lease_correction", x => x.id);
                    table.ForeignKey(
                        name: "FK_lease_correction_lease_lease",
                        column: x => x.lease,
                        principalTable: "lease",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lease_default",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lease = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    mortgage = table.Column<Guid>(type: "uuid", nullable: true),
                    notice_on = table.Column<DateOnly>(type: "date", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    cure_until = table.Column<DateOnly>(type: "date", nullable: false),
                    option_until = table.Column<DateOnly>(type: "date", nullable: true),
                    outcome = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    resolved_on = table.Column<DateOnly>(type: "date", nullable: true),
                    resolution_note = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lease_default", x => x.id);
                    table.ForeignKey(
                        name: "FK_lease_default_lease_lease",
                        column: x => x.lease,
                        principalTable: "lease",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lease_fact",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lease = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false),
                    holds_from = table.Column<DateOnly>(type: "date", nullable: false),
                    learned_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    learned_from = table.Column<Guid>(type: "uuid", nullable: true),
                    superseded_by = table.Column<Guid>(type: "uuid", nullable: true),
                    superseded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lease_fact", x => x.id);
                    table.ForeignKey(
                        name: "FK_lease_fact_lease_lease",
                        column: x => x.lease,
                        principalTable: "lease",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lease_fee",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lease = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    frequency = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    due_day = table.Column<int>(type: "integer", nullable: false),
                    grace_days = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    amount_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false),
                    late_fee_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    late_fee_minor = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lease_fee", x => x.id);
                    table.ForeignKey(
                        name: "FK_lease_fee_lease_lease",
                        column: x => x.lease,
                        principalTable: "lease",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lease_holding",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lease = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    tenancy = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    share_parts = table.Column<int>(type: "integer", nullable: true),
                    share_whole = table.Column<int>(type: "integer", nullable: true),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    begun_by = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_by = table.Column<Guid>(type: "uuid", nullable: true),
                    place = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lease_holding", x => x.id);
                    table.ForeignKey(
                        name: "FK_lease_holding_lease_lease",
                        column: x => x.lease,
                        principalTable: "lease",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lease_improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lease = table.Column<Guid>(type: "uuid", nullable: false),
                    description = table.Column<string>(type: "text", nullable: false),
                    notice_on = table.Column<DateOnly>(type: "date", nullable: false),
                    stage = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    completed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    cost_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    cost_minor = table.Column<long>(type: "bigint", nullable: false),
                    credited_value_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    credited_value_minor = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lease_improvement", x => x.id);
                    table.ForeignKey(
                        name: "FK_lease_improvement_lease_lease",
                        column: x => x.lease,
                        principalTable: "lease",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lease_mortgage",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lease = table.Column<Guid>(type: "uuid", nullable: false),
                    lender = table.Column<string>(type: "text", nullable: false),
                    made_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    margin_years = table.Column<int>(type: "integer", nullable: false),
                    released_on = table.Column<DateOnly>(type: "date", nullable: true),
                    amount_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lease_mortgage", x => x.id);
                    table.ForeignKey(
                        name: "FK_lease_mortgage_lease_lease",
                        column: x => x.lease,
                        principalTable: "lease",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lease_notice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lease = table.Column<Guid>(type: "uuid", nullable: false),
                    direction = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    channel = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lease_notice", x => x.id);
                    table.ForeignKey(
                        name: "FK_lease_notice_lease_lease",
                        column: x => x.lease,
                        principalTable: "lease",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lease_purchase",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lease = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    stated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    superseded_by = table.Column<Guid>(type: "uuid", nullable: true),
                    costs_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    costs_minor = table.Column<long>(type: "bigint", nullable: false),
                    own_money_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    own_money_minor = table.Column<long>(type: "bigint", nullable: false),
                    price_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    price_minor = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lease_purchase", x => x.id);
                    table.ForeignKey(
                        name: "FK_lease_purchase_lease_lease",
                        column: x => x.lease,
                        principalTable: "lease",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lease_renewal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lease = table.Column<Guid>(type: "uuid", nullable: false),
                    notice_on = table.Column<DateOnly>(type: "date", nullable: false),
                    old_ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    new_ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lease_renewal", x => x.id);
                    table.ForeignKey(
                        name: "FK_lease_renewal_lease_lease",
                        column: x => x.lease,
                        principalTable: "lease",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lease_subsidy",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    home = table.Column<Guid>(type: "uuid", nullable: false),
                    lease = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: true),
                    source = table.Column<string>(type: "text", nullable: true),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    form = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    has_lien = table.Column<bool>(type: "boolean", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    income_cap_percent = table.Column<decimal>(type: "numeric", nullable: true),
                    recapture = table.Column<string>(type: "text", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    end_note = table.Column<string>(type: "text", nullable: true),
                    amount_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lease_subsidy", x => x.id);
                    table.ForeignKey(
                        name: "FK_lease_subsidy_lease_lease",
                        column: x => x.lease,
                        principalTable: "lease",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lease_transfer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lease = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    happened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    leaver = table.Column<Guid>(type: "uuid", nullable: true),
                    mortgage = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    takes_effect_on = table.Column<DateOnly>(type: "date", nullable: true),
                    price_article = table.Column<string>(type: "text", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    end_note = table.Column<string>(type: "text", nullable: true),
                    price_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    price_minor = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lease_transfer", x => x.id);
                    table.ForeignKey(
                        name: "FK_lease_transfer_lease_lease",
                        column: x => x.lease,
                        principalTable: "lease",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meeting_amendment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting = table.Column<Guid>(type: "uuid", nullable: false),
                    resolution = table.Column<Guid>(type: "uuid", nullable: false),
                    before = table.Column<string>(type: "text", nullable: false),
                    after = table.Column<string>(type: "text", nullable: false),
                    moved_by = table.Column<Guid>(type: "uuid", nullable: true),
                    seconded_by = table.Column<Guid>(type: "uuid", nullable: true),
                    @for = table.Column<int>(name: "for", type: "integer", nullable: false),
                    against = table.Column<int>(type: "integer", nullable: false),
                    abstain = table.Column<int>(type: "integer", nullable: false),
                    carried = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meeting_amendment", x => x.id);
                    table.ForeignKey(
                        name: "FK_meeting_amendment_meeting_meeting",
                        column: x => x.meeting,
                        principalTable: "meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meeting_attendance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: true),
                    @class = table.Column<string>(name: "class", type: "text", nullable: false),
                    way = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    proxy = table.Column<Guid>(type: "uuid", nullable: true),
                    arrived_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    left_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meeting_attendance", x => x.id);
                    table.ForeignKey(
                        name: "FK_meeting_attendance_meeting_meeting",
                        column: x => x.meeting,
                        principalTable: "meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meeting_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    resolution = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meeting_item", x => x.id);
                    table.ForeignKey(
                        name: "FK_meeting_item_meeting_meeting",
                        column: x => x.meeting,
                        principalTable: "meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "member_dues",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    manner = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    through = table.Column<DateOnly>(type: "date", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    amount_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    amount_minor = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_member_dues", x => x.id);
                    table.ForeignKey(
                        name: "FK_member_dues_member_member",
                        column: x => x.member,
                        principalTable: "member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "member_spell",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: false),
                    @class = table.Column<string>(name: "class", type: "character varying(30)", maxLength: 30, nullable: false),
                    representative = table.Column<Guid>(type: "uuid", nullable: true),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_member_spell", x => x.id);
                    table.ForeignKey(
                        name: "FK_member_spell_member_member",
                        column: x => x.member,
                        principalTable: "member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "member_class",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    terms = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    basis = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_member_class", x => x.id);
                    table.ForeignKey(
                        name: "FK_member_class_member_terms_terms",
                        column: x => x.terms,
                        principalTable: "member_terms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "people_contact",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    value = table.Column<string>(type: "text", nullable: false),
                    is_preferred = table.Column<bool>(type: "boolean", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_contact", x => x.id);
                    table.ForeignKey(
                        name: "FK_people_contact_people_person_person",
                        column: x => x.person,
                        principalTable: "people_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "people_household_member",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    household = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    joined_on = table.Column<DateOnly>(type: "date", nullable: false),
                    left_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_household_member", x => x.id);
                    table.ForeignKey(
                        name: "FK_people_household_member_people_household_household",
                        column: x => x.household,
                        principalTable: "people_household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_people_household_member_people_person_person",
                        column: x => x.person,
                        principalTable: "people_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "people_organisation_contact",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    task = table.Column<string>(type: "text", nullable: true),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_organisation_contact", x => x.id);
                    table.ForeignKey(
                        name: "FK_people_organisation_contact_people_organisation_organisation",
                        column: x => x.organisation,
                        principalTable: "people_organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_people_organisation_contact_people_person_person",
                        column: x => x.person,
                        principalTable: "people_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pricing_certificate",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    determination = table.Column<Guid>(type: "uuid", nullable: false),
                    lease = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    code_hash = table.Column<string>(type: "text", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    issued_by = table.Column<string>(type: "text", nullable: false),
                    shows_address = table.Column<bool>(type: "boolean", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    replaced_on = table.Column<DateOnly>(type: "date", nullable: true),
                    content = table.Column<string>(type: "text", nullable: false),
                    statement = table.Column<string>(type: "text", nullable: false),
                    signature = table.Column<string>(type: "text", nullable: false),
                    public_key = table.Column<string>(type: "text", nullable: false),
                    audit_head = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pricing_certificate", x => x.id);
                    table.ForeignKey(
                        name: "FK_pricing_certificate_pricing_determination_determination",
                        column: x => x.determination,
                        principalTable: "pricing_determination",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pricing_decision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    determination = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pricing_decision", x => x.id);
                    table.ForeignKey(
                        name: "FK_pricing_decision_pricing_determination_determination",
                        column: x => x.determination,
                        principalTable: "pricing_determination",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "resale_buyer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    resale = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resale_buyer", x => x.id);
                    table.ForeignKey(
                        name: "FK_resale_buyer_resale_resale",
                        column: x => x.resale,
                        principalTable: "resale",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "resale_step",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    resale = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    state = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    owner = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    settled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resale_step", x => x.id);
                    table.ForeignKey(
                        name: "FK_resale_step_resale_resale",
                        column: x => x.resale,
                        principalTable: "resale",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "resale_closing_decision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    closing = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resale_closing_decision", x => x.id);
                    table.ForeignKey(
                        name: "FK_resale_closing_decision_resale_closing_closing",
                        column: x => x.closing,
                        principalTable: "resale_closing",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "resale_closing_payoff",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    closing = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    lender = table.Column<string>(type: "text", nullable: false),
                    amount_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resale_closing_payoff", x => x.id);
                    table.ForeignKey(
                        name: "FK_resale_closing_payoff_resale_closing_closing",
                        column: x => x.closing,
                        principalTable: "resale_closing",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "resolution_consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    resolution = table.Column<Guid>(type: "uuid", nullable: false),
                    whose = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resolution_consent", x => x.id);
                    table.ForeignKey(
                        name: "FK_resolution_consent_resolution_resolution",
                        column: x => x.resolution,
                        principalTable: "resolution",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "resolution_decision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    resolution = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    is_confirming = table.Column<bool>(type: "boolean", nullable: false),
                    way = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    @for = table.Column<int>(name: "for", type: "integer", nullable: false),
                    against = table.Column<int>(type: "integer", nullable: false),
                    abstain = table.Column<int>(type: "integer", nullable: false),
                    present = table.Column<int>(type: "integer", nullable: false),
                    entitled = table.Column<int>(type: "integer", nullable: false),
                    classes_absent = table.Column<string>(type: "text", nullable: false),
                    passed = table.Column<bool>(type: "boolean", nullable: false),
                    source = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<string>(type: "text", nullable: false),
                    notice_on = table.Column<DateOnly>(type: "date", nullable: true),
                    is_notice_waived = table.Column<bool>(type: "boolean", nullable: false),
                    moved_by = table.Column<Guid>(type: "uuid", nullable: true),
                    seconded_by = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    needs_confirmation = table.Column<bool>(type: "boolean", nullable: false),
                    confirmed_by = table.Column<string>(type: "text", nullable: false),
                    struck_because = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resolution_decision", x => x.id);
                    table.ForeignKey(
                        name: "FK_resolution_decision_resolution_resolution",
                        column: x => x.resolution,
                        principalTable: "resolution",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lease_purchase_source",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    purchase = table.Column<Guid>(type: "uuid", nullable: false),
                    mortgage = table.Column<Guid>(type: "uuid", nullable: true),
                    subsidy = table.Column<Guid>(type: "uuid", nullable: true),
                    amount_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lease_purchase_source", x => x.id);
                    table.ForeignKey(
                        name: "FK_lease_purchase_source_lease_purchase_purchase",
                        column: x => x.purchase,
                        principalTable: "lease_purchase",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lease_transfer_step",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    transfer = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    state = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    settled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lease_transfer_step", x => x.id);
                    table.ForeignKey(
                        name: "FK_lease_transfer_step_lease_transfer_transfer",
                        column: x => x.transfer,
                        principalTable: "lease_transfer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_access_entry_subject_number",
                table: "access_entry",
                columns: new[] { "subject", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_account_display_name",
                table: "account",
                column: "display_name");

            migrationBuilder.CreateIndex(
                name: "IX_account_normalized_email",
                table: "account",
                column: "normalized_email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_account_normalized_user_name",
                table: "account",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_account_person",
                table: "account",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_account_passkey_user_id",
                table: "account_passkey",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_account_role_account_id_role",
                table: "account_role",
                columns: new[] { "account_id", "role" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_attestation_key",
                table: "audit_attestation",
                column: "key");

            migrationBuilder.CreateIndex(
                name: "IX_audit_change_key",
                table: "audit_change",
                column: "key");

            migrationBuilder.CreateIndex(
                name: "IX_audit_entry_actor_at_number",
                table: "audit_entry",
                columns: new[] { "actor", "at", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entry_at_number",
                table: "audit_entry",
                columns: new[] { "at", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entry_operation_at_number",
                table: "audit_entry",
                columns: new[] { "operation", "at", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_sealed_seal_number",
                table: "audit_sealed",
                column: "seal_number");

            migrationBuilder.CreateIndex(
                name: "IX_ballot_closes_at_id",
                table: "ballot",
                columns: new[] { "closes_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_ballot_state_closes_at_id",
                table: "ballot",
                columns: new[] { "state", "closes_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_ballot_subject",
                table: "ballot",
                column: "subject");

            migrationBuilder.CreateIndex(
                name: "IX_ballot_choice_ballot_number",
                table: "ballot_choice",
                columns: new[] { "ballot", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ballot_count_ballot_at",
                table: "ballot_count",
                columns: new[] { "ballot", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_ballot_envelope_ballot_entry",
                table: "ballot_envelope",
                columns: new[] { "ballot", "entry" });

            migrationBuilder.CreateIndex(
                name: "IX_ballot_key_holder_ballot_account",
                table: "ballot_key_holder",
                columns: new[] { "ballot", "account" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ballot_paper_voter_ballot",
                table: "ballot_paper_voter",
                column: "ballot");

            migrationBuilder.CreateIndex(
                name: "IX_ballot_participation_ballot",
                table: "ballot_participation",
                column: "ballot");

            migrationBuilder.CreateIndex(
                name: "IX_ballot_roll_ballot_member",
                table: "ballot_roll",
                columns: new[] { "ballot", "member" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ballot_roll_voter_ballot",
                table: "ballot_roll",
                columns: new[] { "voter", "ballot" });

            migrationBuilder.CreateIndex(
                name: "IX_ballot_voting_code_ballot",
                table: "ballot_voting_code",
                column: "ballot");

            migrationBuilder.CreateIndex(
                name: "IX_ballot_voting_code_hash",
                table: "ballot_voting_code",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_bylaws_begun_at",
                table: "bylaws",
                column: "begun_at");

            migrationBuilder.CreateIndex(
                name: "IX_bylaws_state_from",
                table: "bylaws",
                columns: new[] { "state", "from" });

            migrationBuilder.CreateIndex(
                name: "IX_directorship_from_id",
                table: "directorship",
                columns: new[] { "from", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_directorship_person",
                table: "directorship",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_election_nominations_until_id",
                table: "election",
                columns: new[] { "nominations_until", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_election_state_nominations_until_id",
                table: "election",
                columns: new[] { "state", "nominations_until", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_election_count_back_election",
                table: "election_count_back",
                column: "election");

            migrationBuilder.CreateIndex(
                name: "IX_election_nomination_election",
                table: "election_nomination",
                column: "election");

            migrationBuilder.CreateIndex(
                name: "IX_election_nomination_person",
                table: "election_nomination",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_lab_published_study_code_hash",
                table: "lab_published_study",
                column: "code_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_lab_published_study_published_on_id",
                table: "lab_published_study",
                columns: new[] { "published_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_land_acquisition_parcel_id",
                table: "land_acquisition",
                column: "parcel_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_land_correction_subject_at",
                table: "land_correction",
                columns: new[] { "subject", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_land_encumbrance_parcel_id_begins_on",
                table: "land_encumbrance",
                columns: new[] { "parcel_id", "begins_on" });

            migrationBuilder.CreateIndex(
                name: "IX_land_home_access_number_id",
                table: "land_home",
                columns: new[] { "access", "number", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_land_home_address_id",
                table: "land_home",
                columns: new[] { "address", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_land_home_bedrooms_id",
                table: "land_home",
                columns: new[] { "bedrooms", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_land_home_kind_number_id",
                table: "land_home",
                columns: new[] { "kind", "number", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_land_home_number",
                table: "land_home",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_land_home_parcel_id",
                table: "land_home",
                column: "parcel_id");

            migrationBuilder.CreateIndex(
                name: "IX_land_outline_parcel_id",
                table: "land_outline",
                column: "parcel_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_land_parcel_address_id",
                table: "land_parcel",
                columns: new[] { "address", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_land_parcel_area_id",
                table: "land_parcel",
                columns: new[] { "area", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_land_parcel_disposed_on_name_id",
                table: "land_parcel",
                columns: new[] { "disposed_on", "name", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_land_parcel_name",
                table: "land_parcel",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_land_parcel_title_number_id",
                table: "land_parcel",
                columns: new[] { "title_number", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_land_parcel_use_name_id",
                table: "land_parcel",
                columns: new[] { "use", "name", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_land_parcel_west_east_south_north",
                table: "land_parcel",
                columns: new[] { "west", "east", "south", "north" });

            migrationBuilder.CreateIndex(
                name: "IX_lease_ends_on_id",
                table: "lease",
                columns: new[] { "ends_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_lease_holder_names_id",
                table: "lease",
                columns: new[] { "holder_names", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_lease_home",
                table: "lease",
                column: "home");

            migrationBuilder.CreateIndex(
                name: "IX_lease_home_address_id",
                table: "lease",
                columns: new[] { "home_address", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_lease_instrument_number_id",
                table: "lease",
                columns: new[] { "instrument", "number", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_lease_number",
                table: "lease",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_lease_parcel",
                table: "lease",
                column: "parcel");

            migrationBuilder.CreateIndex(
                name: "IX_lease_rule_hash_number_id",
                table: "lease",
                columns: new[] { "rule_hash", "number", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_lease_standing_number_id_ends_on",
                table: "lease",
                columns: new[] { "standing", "number", "id", "ends_on" });

            migrationBuilder.CreateIndex(
                name: "IX_lease_correction_lease",
                table: "lease_correction",
                column: "lease");

            migrationBuilder.CreateIndex(
                name: "IX_lease_correction_state_proposed_at",
                table: "lease_correction",
                columns: new[] { "state", "proposed_at" });

            migrationBuilder.CreateIndex(
                name: "IX_lease_default_lease",
                table: "lease_default",
                column: "lease");

            migrationBuilder.CreateIndex(
                name: "IX_lease_default_mortgage",
                table: "lease_default",
                column: "mortgage");

            migrationBuilder.CreateIndex(
                name: "IX_lease_default_outcome_cure_until",
                table: "lease_default",
                columns: new[] { "outcome", "cure_until" });

            migrationBuilder.CreateIndex(
                name: "IX_lease_fact_lease_name",
                table: "lease_fact",
                columns: new[] { "lease", "name" });

            migrationBuilder.CreateIndex(
                name: "IX_lease_fee_lease_from",
                table: "lease_fee",
                columns: new[] { "lease", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_lease_holding_lease",
                table: "lease_holding",
                column: "lease");

            migrationBuilder.CreateIndex(
                name: "IX_lease_holding_person_until",
                table: "lease_holding",
                columns: new[] { "person", "until" });

            migrationBuilder.CreateIndex(
                name: "IX_lease_improvement_lease",
                table: "lease_improvement",
                column: "lease");

            migrationBuilder.CreateIndex(
                name: "IX_lease_mortgage_lease",
                table: "lease_mortgage",
                column: "lease");

            migrationBuilder.CreateIndex(
                name: "IX_lease_notice_lease",
                table: "lease_notice",
                column: "lease");

            migrationBuilder.CreateIndex(
                name: "IX_lease_purchase_lease",
                table: "lease_purchase",
                column: "lease");

            migrationBuilder.CreateIndex(
                name: "IX_lease_purchase_source_purchase",
                table: "lease_purchase_source",
                column: "purchase");

            migrationBuilder.CreateIndex(
                name: "IX_lease_renewal_lease",
                table: "lease_renewal",
                column: "lease");

            migrationBuilder.CreateIndex(
                name: "IX_lease_subsidy_home",
                table: "lease_subsidy",
                column: "home");

            migrationBuilder.CreateIndex(
                name: "IX_lease_subsidy_lease",
                table: "lease_subsidy",
                column: "lease");

            migrationBuilder.CreateIndex(
                name: "IX_lease_transfer_lease",
                table: "lease_transfer",
                column: "lease");

            migrationBuilder.CreateIndex(
                name: "IX_lease_transfer_leaver",
                table: "lease_transfer",
                column: "leaver");

            migrationBuilder.CreateIndex(
                name: "IX_lease_transfer_state_happened_on",
                table: "lease_transfer",
                columns: new[] { "state", "happened_on" });

            migrationBuilder.CreateIndex(
                name: "IX_lease_transfer_step_transfer",
                table: "lease_transfer_step",
                column: "transfer");

            migrationBuilder.CreateIndex(
                name: "IX_mail_outbox_next_at",
                table: "mail_outbox",
                column: "next_at");

            migrationBuilder.CreateIndex(
                name: "IX_mail_outbox_person",
                table: "mail_outbox",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_mail_outbox_queued_at_id",
                table: "mail_outbox",
                columns: new[] { "queued_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_mail_outbox_state_at",
                table: "mail_outbox",
                column: "state_at");

            migrationBuilder.CreateIndex(
                name: "IX_mail_outbox_state_queued_at_id",
                table: "mail_outbox",
                columns: new[] { "state", "queued_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_meeting_body_minutes_state",
                table: "meeting",
                columns: new[] { "body", "minutes_state" });

            migrationBuilder.CreateIndex(
                name: "IX_meeting_starts_at_id",
                table: "meeting",
                columns: new[] { "starts_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_meeting_state_starts_at_id",
                table: "meeting",
                columns: new[] { "state", "starts_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_meeting_amendment_meeting",
                table: "meeting_amendment",
                column: "meeting");

            migrationBuilder.CreateIndex(
                name: "IX_meeting_amendment_resolution",
                table: "meeting_amendment",
                column: "resolution");

            migrationBuilder.CreateIndex(
                name: "IX_meeting_attendance_meeting_arrived_at",
                table: "meeting_attendance",
                columns: new[] { "meeting", "arrived_at" });

            migrationBuilder.CreateIndex(
                name: "IX_meeting_attendance_person",
                table: "meeting_attendance",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_meeting_item_meeting",
                table: "meeting_item",
                column: "meeting");

            migrationBuilder.CreateIndex(
                name: "IX_meeting_item_resolution",
                table: "meeting_item",
                column: "resolution");

            migrationBuilder.CreateIndex(
                name: "IX_member_class_sort_name_id",
                table: "member",
                columns: new[] { "class", "sort_name", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_member_end_reason_settled_through_id",
                table: "member",
                columns: new[] { "end_reason", "settled_through", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_member_end_reason_sort_name_id",
                table: "member",
                columns: new[] { "end_reason", "sort_name", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_member_joined_on_id",
                table: "member",
                columns: new[] { "joined_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_member_number",
                table: "member",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_member_organisation",
                table: "member",
                column: "organisation");

            migrationBuilder.CreateIndex(
                name: "IX_member_person",
                table: "member",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_member_representative",
                table: "member",
                column: "representative");

            migrationBuilder.CreateIndex(
                name: "IX_member_sort_name_id",
                table: "member",
                columns: new[] { "sort_name", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_member_application_asked_at_id",
                table: "member_application",
                columns: new[] { "asked_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_member_application_email",
                table: "member_application",
                column: "email");

            migrationBuilder.CreateIndex(
                name: "IX_member_application_person",
                table: "member_application",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_member_application_state_asked_at_id",
                table: "member_application",
                columns: new[] { "state", "asked_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_member_application_token_hash",
                table: "member_application",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_member_class_terms_code",
                table: "member_class",
                columns: new[] { "terms", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_member_dues_member_on",
                table: "member_dues",
                columns: new[] { "member", "on" });

            migrationBuilder.CreateIndex(
                name: "IX_member_spell_member",
                table: "member_spell",
                column: "member");

            migrationBuilder.CreateIndex(
                name: "IX_member_spell_representative_until",
                table: "member_spell",
                columns: new[] { "representative", "until" });

            migrationBuilder.CreateIndex(
                name: "IX_member_spell_until",
                table: "member_spell",
                column: "until");

            migrationBuilder.CreateIndex(
                name: "IX_member_terms_from",
                table: "member_terms",
                column: "from",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_contact_person",
                table: "people_contact",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_people_household_name_id",
                table: "people_household",
                columns: new[] { "name", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_people_household_member_household",
                table: "people_household_member",
                column: "household");

            migrationBuilder.CreateIndex(
                name: "IX_people_household_member_person",
                table: "people_household_member",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_people_organisation_kind_id",
                table: "people_organisation",
                columns: new[] { "kind", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_people_organisation_kind_name_id",
                table: "people_organisation",
                columns: new[] { "kind", "name", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_people_organisation_name",
                table: "people_organisation",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_organisation_contact_organisation",
                table: "people_organisation_contact",
                column: "organisation");

            migrationBuilder.CreateIndex(
                name: "IX_people_organisation_contact_person",
                table: "people_organisation_contact",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_people_person_merged_into_sort_name_id",
                table: "people_person",
                columns: new[] { "merged_into", "sort_name", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_document_owner_kind",
                table: "platform_document",
                columns: new[] { "owner", "kind" });

            migrationBuilder.CreateIndex(
                name: "IX_pricing_certificate_code_hash",
                table: "pricing_certificate",
                column: "code_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pricing_certificate_determination",
                table: "pricing_certificate",
                column: "determination");

            migrationBuilder.CreateIndex(
                name: "IX_pricing_decision_determination",
                table: "pricing_decision",
                column: "determination");

            migrationBuilder.CreateIndex(
                name: "IX_pricing_determination_lease_made_at",
                table: "pricing_determination",
                columns: new[] { "lease", "made_at" });

            migrationBuilder.CreateIndex(
                name: "IX_pricing_rule_hash",
                table: "pricing_rule",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pricing_rule_draft_given_up_on_changed_on",
                table: "pricing_rule_draft",
                columns: new[] { "given_up_on", "changed_on" });

            migrationBuilder.CreateIndex(
                name: "IX_pricing_rule_draft_hash",
                table: "pricing_rule_draft",
                column: "hash");

            migrationBuilder.CreateIndex(
                name: "IX_resale_lease_state",
                table: "resale",
                columns: new[] { "lease", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_resale_notice_on_id",
                table: "resale",
                columns: new[] { "notice_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_resale_number",
                table: "resale",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_resale_state_notice_on_id",
                table: "resale",
                columns: new[] { "state", "notice_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_resale_appraisal_resale",
                table: "resale_appraisal",
                column: "resale");

            migrationBuilder.CreateIndex(
                name: "IX_resale_appraisal_dispute_resale",
                table: "resale_appraisal_dispute",
                column: "resale");

            migrationBuilder.CreateIndex(
                name: "IX_resale_buyer_person",
                table: "resale_buyer",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_resale_buyer_resale_person",
                table: "resale_buyer",
                columns: new[] { "resale", "person" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_resale_certification_resale",
                table: "resale_certification",
                column: "resale");

            migrationBuilder.CreateIndex(
                name: "IX_resale_closing_resale",
                table: "resale_closing",
                column: "resale");

            migrationBuilder.CreateIndex(
                name: "IX_resale_closing_decision_closing",
                table: "resale_closing_decision",
                column: "closing");

            migrationBuilder.CreateIndex(
                name: "IX_resale_closing_payoff_closing",
                table: "resale_closing_payoff",
                column: "closing");

            migrationBuilder.CreateIndex(
                name: "IX_resale_event_resale_at",
                table: "resale_event",
                columns: new[] { "resale", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_resale_interest_person",
                table: "resale_interest",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_resale_interest_resale",
                table: "resale_interest",
                column: "resale");

            migrationBuilder.CreateIndex(
                name: "IX_resale_lease_terms_lease",
                table: "resale_lease_terms",
                column: "lease",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_resale_step_resale_kind",
                table: "resale_step",
                columns: new[] { "resale", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_resale_step_state_due_on",
                table: "resale_step",
                columns: new[] { "state", "due_on" },
                filter: "due_on is not null");

            migrationBuilder.CreateIndex(
                name: "IX_resolution_act_subject_state",
                table: "resolution",
                columns: new[] { "act", "subject", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_resolution_number",
                table: "resolution",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_resolution_on_id",
                table: "resolution",
                columns: new[] { "on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_resolution_state_number_id",
                table: "resolution",
                columns: new[] { "state", "number", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_resolution_consent_resolution",
                table: "resolution_consent",
                column: "resolution");

            migrationBuilder.CreateIndex(
                name: "IX_resolution_decision_resolution",
                table: "resolution_decision",
                column: "resolution");

            migrationBuilder.CreateIndex(
                name: "IX_resolution_decision_source",
                table: "resolution_decision",
                column: "source");

            migrationBuilder.CreateIndex(
                name: "IX_series_area_code",
                table: "series_area",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_series_area_name",
                table: "series_area",
                column: "name");

            migrationBuilder.CreateIndex(
                name: "IX_series_release_number",
                table: "series_release",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_series_release_series_published",
                table: "series_release",
                columns: new[] { "series", "published" });

            migrationBuilder.CreateIndex(
                name: "IX_series_release_series_release",
                table: "series_release",
                columns: new[] { "series", "release" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_series_series_code",
                table: "series_series",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_series_series_latest_published",
                table: "series_series",
                column: "latest_published");

            migrationBuilder.CreateIndex(
                name: "IX_series_withdrawal_release",
                table: "series_withdrawal",
                column: "release",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_entry");

            migrationBuilder.DropTable(
                name: "account_claim");

            migrationBuilder.DropTable(
                name: "account_login");

            migrationBuilder.DropTable(
                name: "account_passkey");

            migrationBuilder.DropTable(
                name: "account_role");

            migrationBuilder.DropTable(
                name: "account_token");

            migrationBuilder.DropTable(
                name: "audit_attestation");

            migrationBuilder.DropTable(
                name: "audit_change");

            migrationBuilder.DropTable(
                name: "audit_seal");

            migrationBuilder.DropTable(
                name: "audit_sealed");

            migrationBuilder.DropTable(
                name: "ballot_choice");

            migrationBuilder.DropTable(
                name: "ballot_count");

            migrationBuilder.DropTable(
                name: "ballot_entered_paper");

            migrationBuilder.DropTable(
                name: "ballot_envelope");

            migrationBuilder.DropTable(
                name: "ballot_key_holder");

            migrationBuilder.DropTable(
                name: "ballot_paper");

            migrationBuilder.DropTable(
                name: "ballot_paper_voter");

            migrationBuilder.DropTable(
                name: "ballot_participation");

            migrationBuilder.DropTable(
                name: "ballot_roll");

            migrationBuilder.DropTable(
                name: "ballot_set_aside");

            migrationBuilder.DropTable(
                name: "ballot_voting_code");

            migrationBuilder.DropTable(
                name: "bylaws");

            migrationBuilder.DropTable(
                name: "directorship");

            migrationBuilder.DropTable(
                name: "election_count_back");

            migrationBuilder.DropTable(
                name: "election_nomination");

            migrationBuilder.DropTable(
                name: "lab_published_study");

            migrationBuilder.DropTable(
                name: "land_acquisition");

            migrationBuilder.DropTable(
                name: "land_correction");

            migrationBuilder.DropTable(
                name: "land_encumbrance");

            migrationBuilder.DropTable(
                name: "land_home");

            migrationBuilder.DropTable(
                name: "land_outline");

            migrationBuilder.DropTable(
                name: "lease_correction");

            migrationBuilder.DropTable(
                name: "lease_default");

            migrationBuilder.DropTable(
                name: "lease_fact");

            migrationBuilder.DropTable(
                name: "lease_fee");

            migrationBuilder.DropTable(
                name: "lease_holding");

            migrationBuilder.DropTable(
                name: "lease_improvement");

            migrationBuilder.DropTable(
                name: "lease_mortgage");

            migrationBuilder.DropTable(
                name: "lease_notice");

            migrationBuilder.DropTable(
                name: "lease_purchase_source");

            migrationBuilder.DropTable(
                name: "lease_renewal");

            migrationBuilder.DropTable(
                name: "lease_settings");

            migrationBuilder.DropTable(
                name: "lease_subsidy");

            migrationBuilder.DropTable(
                name: "lease_transfer_step");

            migrationBuilder.DropTable(
                name: "mail_outbox");

            migrationBuilder.DropTable(
                name: "meeting_amendment");

            migrationBuilder.DropTable(
                name: "meeting_attendance");

            migrationBuilder.DropTable(
                name: "meeting_item");

            migrationBuilder.DropTable(
                name: "member_application");

            migrationBuilder.DropTable(
                name: "member_class");

            migrationBuilder.DropTable(
                name: "member_dues");

            migrationBuilder.DropTable(
                name: "member_spell");

            migrationBuilder.DropTable(
                name: "people_contact");

            migrationBuilder.DropTable(
                name: "people_household_member");

            migrationBuilder.DropTable(
                name: "people_organisation_contact");

            migrationBuilder.DropTable(
                name: "platform_document");

            migrationBuilder.DropTable(
                name: "platform_idempotency");

            migrationBuilder.DropTable(
                name: "pricing_certificate");

            migrationBuilder.DropTable(
                name: "pricing_decision");

            migrationBuilder.DropTable(
                name: "pricing_rule");

            migrationBuilder.DropTable(
                name: "pricing_rule_draft");

            migrationBuilder.DropTable(
                name: "resale_appraisal");

            migrationBuilder.DropTable(
                name: "resale_appraisal_dispute");

            migrationBuilder.DropTable(
                name: "resale_buyer");

            migrationBuilder.DropTable(
                name: "resale_certification");

            migrationBuilder.DropTable(
                name: "resale_closing_decision");

            migrationBuilder.DropTable(
                name: "resale_closing_payoff");

            migrationBuilder.DropTable(
                name: "resale_event");

            migrationBuilder.DropTable(
                name: "resale_interest");

            migrationBuilder.DropTable(
                name: "resale_lease_terms");

            migrationBuilder.DropTable(
                name: "resale_settings");

            migrationBuilder.DropTable(
                name: "resale_step");

            migrationBuilder.DropTable(
                name: "resolution_consent");

            migrationBuilder.DropTable(
                name: "resolution_decision");

            migrationBuilder.DropTable(
                name: "series_area");

            migrationBuilder.DropTable(
                name: "series_figure");

            migrationBuilder.DropTable(
                name: "series_release");

            migrationBuilder.DropTable(
                name: "series_series");

            migrationBuilder.DropTable(
                name: "series_withdrawal");

            migrationBuilder.DropTable(
                name: "trust_profile");

            migrationBuilder.DropTable(
                name: "account");

            migrationBuilder.DropTable(
                name: "audit_entry");

            migrationBuilder.DropTable(
                name: "ballot");

            migrationBuilder.DropTable(
                name: "election");

            migrationBuilder.DropTable(
                name: "land_parcel");

            migrationBuilder.DropTable(
                name: "lease_purchase");

            migrationBuilder.DropTable(
                name: "lease_transfer");

            migrationBuilder.DropTable(
                name: "meeting");

            migrationBuilder.DropTable(
                name: "member_terms");

            migrationBuilder.DropTable(
                name: "member");

            migrationBuilder.DropTable(
                name: "people_household");

            migrationBuilder.DropTable(
                name: "people_organisation");

            migrationBuilder.DropTable(
                name: "people_person");

            migrationBuilder.DropTable(
                name: "pricing_determination");

            migrationBuilder.DropTable(
                name: "resale_closing");

            migrationBuilder.DropTable(
                name: "resale");

            migrationBuilder.DropTable(
                name: "resolution");

            migrationBuilder.DropTable(
                name: "lease");
        }
    }
}
