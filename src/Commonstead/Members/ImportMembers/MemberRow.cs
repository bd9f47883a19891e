using Commonstead.Core;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Imports;

namespace Commonstead.Members;

/// <summary>One row of a file of members, and whom it may be of those in the register of people.</summary>
internal sealed class MemberRow(CsvRow cells)
{
    private const int LongestName = 80;
    private const int LongestMail = 254;
    private const int LongestAddress = 400;

    /// <summary>The columns that must be there.</summary>
    public static IReadOnlyList<string> Needed { get; } = ["family_name", "joined_on"];

    /// <summary>The columns that may be there.</summary>
    public static IReadOnlyList<string> Others { get; } =
        ["given_name", "email", "phone", "address", "born_on", "class", "shares", "paid_on_shares"];

    /// <summary>Its place in the file.</summary>
    public int Row => cells.Row;

    /// <summary>The given name.</summary>
    public string? GivenName { get; private set; }

    /// <summary>The family name, or the only name.</summary>
    public string FamilyName { get; private set; } = "";

    /// <summary>The name in full.</summary>
    public string Name => GivenName is null ? FamilyName : $"{GivenName} {FamilyName}";

    /// <summary>The name as lists are ordered.</summary>
    public string SortName => GivenName is null ? FamilyName : $"{FamilyName}, {GivenName}";

    /// <summary>The e-mail address.</summary>
    public string? Email { get; private set; }

    /// <summary>The phone number.</summary>
    public string? Phone { get; private set; }

    /// <summary>The postal address.</summary>
    public string? Address { get; private set; }

    /// <summary>The day of birth.</summary>
    public DateOnly? BornOn { get; private set; }

    /// <summary>The code of the class; empty for the first one that is open.</summary>
    public string Class { get; set; } = "";

    /// <summary>The first day.</summary>
    public DateOnly JoinedOn { get; private set; }

    /// <summary>Shares held.</summary>
    public int Shares { get; private set; }

    /// <summary>What was paid on them.</summary>
    public Money? PaidOnShares { get; private set; }

    /// <summary>Whom it may be: the same address, or the same name with birth date or address.</summary>
    public IReadOnlyList<PersonEntry> Like { get; set; } = [];

    /// <summary>What is wrong with it.</summary>
    public List<ImportProblem> Problems => cells.Problems;

    /// <summary>Reads a row.</summary>
    public static MemberRow Read(CsvRow cells, Currency currency)
    {
        var row = new MemberRow(cells)
        {
            GivenName = Bounded(cells, "given_name", LongestName),
            FamilyName = Bounded(cells, "family_name", LongestName) ?? "",
            Email = Bounded(cells, "email", LongestMail),
            Phone = Bounded(cells, "phone", 40),
            Address = Bounded(cells, "address", LongestAddress),
            BornOn = cells.Date("born_on"),
            Class = cells.Text("class") ?? "",
            JoinedOn = cells.Date("joined_on") ?? default,
            Shares = cells.Whole("shares") ?? 0,
            PaidOnShares = cells.Amount("paid_on_shares", currency),
        };
        if (row.FamilyName.Length == 0) cells.Fail("family_name", "Enter the family name, or the only name.");
        if (cells.Text("joined_on") is null) cells.Fail("joined_on", "Enter the day they became a member.");
        if (row.Email is { } email && !System.Net.Mail.MailAddress.TryCreate(email, out _))
            cells.Fail("email", "“{0}” is not an e-mail address.", email);
        return row;
    }

    /// <summary>Notes what is wrong with a column.</summary>
    public void Fail(string column, string message, params object[] figures) =>
        cells.Fail(column, message, figures);

    /// <summary>True when an entry may well be the same person.</summary>
    public bool MayBe(PersonEntry entry)
    {
        if (Email is not null && string.Equals(Email, entry.Email, StringComparison.OrdinalIgnoreCase)) return true;
        if (SearchText.Of(Name) != SearchText.Of(entry.Name)) return false;

        // Two persons of one name are told apart by their birthdays alone: people move, and share addresses.
        return BornOn is not { } born || entry.BornOn is not { } known || born == known;
    }

    /// <summary>True when another row of the file is the same person.</summary>
    public bool IsTwin(MemberRow other) => SearchText.Of(Name) == SearchText.Of(other.Name)
        && ((Email is not null && string.Equals(Email, other.Email, StringComparison.OrdinalIgnoreCase))
            || (BornOn is not null && BornOn == other.BornOn)
            || (Address is not null && other.Address is not null
                && SearchText.Of(Address) == SearchText.Of(other.Address)));

    private static string? Bounded(CsvRow cells, string column, int most)
    {
        var text = cells.Text(column);
        if (text is null || text.Length <= most) return text;
        cells.Fail(column, "This is longer than {0} characters.", most);
        return null;
    }
}
