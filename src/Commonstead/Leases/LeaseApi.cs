using System.Security.Cryptography;
using System.Text.Json;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>The JSON API over leases: <c>/api/v1/leases</c>.</summary>
public static class LeaseApi
{
    private const int MostRows = 200;
    private const int UsualRows = 50;

    /// <summary>Maps the endpoints.</summary>
    public static void MapLeases(this IEndpointRouteBuilder app)
    {
        var leases = app.MapGroup("/api/v1/leases")
            .RequireAuthorization(LeasePermission.SeeAll + "|" + LeasePermission.SeeOwn).WithTags("Leases");
        leases.MapGet("", All).WithName("ListLeases").Produces<LeasePageShown>();
        leases.MapGet("/{id}", One).WithName("GetLease").Produces<LeaseShown>();
    }

    // A page continues after the last number of the one before, so it costs the same however far one has read.
    private static async Task<IResult> All(
        LeaseRegister register, CancellationToken cancel, string? after = null, int limit = UsualRows)
    {
        var rows = Math.Clamp(limit, 1, MostRows);
        var leases = register.Leases;
        if (after is not null) leases = leases.Where(l => string.Compare(l.Number, after) > 0);
        var found = await leases.OrderBy(l => l.Number).Take(rows + 1).ToListAsync(cancel);
        var shown = found.Take(rows).Select(l => LeaseLine.Of(l)).ToList();
        return Results.Ok(new LeasePageShown(shown, found.Count > rows ? shown[^1].Number : null));
    }

    private static async Task<IResult> One(LeaseId id, LeaseRegister register, HttpRequest request,
        HttpResponse response)
    {
        if (await register.View(id) is not { } view)
            return Results.Problem("There is no such lease.", statusCode: StatusCodes.Status404NotFound);
        var shown = LeaseShown.Of(view);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(shown)))[..32]}\"";
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "private, no-cache";
        return request.Headers.IfNoneMatch == tag
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Ok(shown);
    }
}

/// <summary>A page of leases.</summary>
/// <param name="Leases">By number.</param>
/// <param name="Next">What to ask for as <c>after</c>; null at the end.</param>
public sealed record LeasePageShown(IReadOnlyList<LeaseLine> Leases, string? Next);

/// <summary>A lease in a list.</summary>
public sealed record LeaseLine(
    string Id, string Number, string Instrument, string Home, string Address, string Leaseholders,
    DateOnly StartsOn, DateOnly EndsOn, string Standing, DateOnly? EndedOn, string? Rule, int Version)
{
    internal static LeaseLine Of(Lease lease) => new(
        lease.Id.ToString(), lease.Number, SnakeCase.Of(lease.Instrument.ToString()), lease.HomeNumber,
            lease.HomeAddress,
        lease.HolderNames, lease.StartsOn, lease.EndsOn, SnakeCase.Of(lease.Standing.ToString()), lease.EndedOn,
        lease.RuleHash, lease.Version);
}

/// <summary>A lease with its terms, holders, facts and fee.</summary>
public sealed record LeaseShown(
    LeaseLine Lease, string Parcel, string? Area, decimal? IncomeLimitPercent, decimal TransferFeePercent,
    string? AppraisalBasis, int? OccupancyMonths, int LenderMarginYears,
    IReadOnlyList<HolderShown> Holders, IReadOnlyList<FactShown> Facts, FeeShown? Fee)
{
    internal static LeaseShown Of(LeaseView view)
    {
        var (lease, parts) = (view.Lease, view.Parts);
        return new LeaseShown(
            LeaseLine.Of(lease), view.Home.ParcelName, lease.Area, lease.IncomeLimitPercent, lease.TransferFeePercent,
            lease.AppraisalBasis is { } basis ? SnakeCase.Of(basis.ToString()) : null, lease.OccupancyMonths,
            lease.LenderMarginYears,
            [.. parts.Holdings.Select(h => new HolderShown(
                view.NameOf(h.Person), h.ShareParts is { } of ? new Share(of, h.ShareWhole!.Value).ToString() : null,
                h.From, h.Until))],
            [.. parts.FactsOn(view.Today).Select(f => new FactShown(f.Name, f.Text, f.Source, f.HoldsFrom,
                f.LearnedAt))],
            parts.FeeOn(view.Today) is { } fee
                ? new FeeShown(fee.Amount.ToInvariant(), fee.Amount.Currency.Code,
                    SnakeCase.Of(fee.Frequency.ToString()), fee.From)
                : null);
    }
}

/// <summary>Who holds or held a lease.</summary>
public sealed record HolderShown(string Name, string? Share, DateOnly From, DateOnly? Until);

/// <summary>A fact of a lease; without text it is not known.</summary>
public sealed record FactShown(string Name, string? Text, string Source, DateOnly HoldsFrom, DateTime LearnedAt);

/// <summary>A lease fee; the amount with the currency's decimals.</summary>
public sealed record FeeShown(string Amount, string Currency, string Frequency, DateOnly From);
