using System.ComponentModel.DataAnnotations;
using Commonstead.Core;

namespace Commonstead.Lab;

/// <summary>
/// A study as its page's address says it: whoever follows the address has the same study. Shares are in percent.
/// </summary>
public class LabQuestion
{
    private static readonly HouseholdSetting _household = new();
    private static readonly SellerSetting _seller = new();

    /// <summary>The rules by hash.</summary>
    [Display(Name = "Rules")]
    public List<string> Rules { get; set; } = [];

    /// <summary>The area that rules are asked about.</summary>
    [Display(Name = "Area"), StringLength(100, ErrorMessage = "The area's code is longer than 100 characters.")]
    public string? Area { get; set; }

    /// <summary>Facts that a rule asks for and the lab does not know, one on a line, <c>bedrooms = 3</c>.</summary>
    [Display(Name = "Facts for the rules"), DataType(DataType.MultilineText)]
    [StringLength(2000, ErrorMessage = "The facts are longer than 2,000 characters.")]
    public string? Facts { get; set; }

    /// <summary>Market prices, such as <c>us.case-shiller of us:metro:boston</c>.</summary>
    [Display(Name = "Market prices"), StringLength(200, ErrorMessage = "The series is longer than 200 characters.")]
    public string? Market { get; set; }

    /// <summary>What stands in for them.</summary>
    [Display(Name = "Proxy for market prices")]
    [StringLength(100, ErrorMessage = "The proxy is longer than 100 characters.")]
    public string? MarketProxy { get; set; }

    /// <summary>Median incomes or earnings.</summary>
    [Display(Name = "Incomes"), StringLength(200, ErrorMessage = "The series is longer than 200 characters.")]
    public string? Incomes { get; set; }

    /// <summary>What stands in for them.</summary>
    [Display(Name = "Proxy for incomes")]
    [StringLength(100, ErrorMessage = "The proxy is longer than 100 characters.")]
    public string? IncomesProxy { get; set; }

    /// <summary>Consumer prices.</summary>
    [Display(Name = "Consumer prices"), StringLength(200, ErrorMessage = "The series is longer than 200 characters.")]
    public string? Prices { get; set; }

    /// <summary>What stands in for them.</summary>
    [Display(Name = "Proxy for consumer prices")]
    [StringLength(100, ErrorMessage = "The proxy is longer than 100 characters.")]
    public string? PricesProxy { get; set; }

    /// <summary>The yearly interest of a loan.</summary>
    [Display(Name = "Mortgage rates"), StringLength(200, ErrorMessage = "The series is longer than 200 characters.")]
    public string? Mortgage { get; set; }

    /// <summary>What stands in for it.</summary>
    [Display(Name = "Proxy for mortgage rates")]
    [StringLength(100, ErrorMessage = "The proxy is longer than 100 characters.")]
    public string? MortgageProxy { get; set; }

    /// <summary>What the home was worth in a year, where the market series is an index.</summary>
    [Display(Name = "The home's market value")]
    public decimal? HomeValue { get; set; }

    /// <summary>That year.</summary>
    [Display(Name = "In the year")]
    public int? HomeValueYear { get; set; }

    /// <summary>The first year of purchase.</summary>
    [Display(Name = "From the year")]
    public int? From { get; set; }

    /// <summary>The last year of resale.</summary>
    [Display(Name = "To the year")]
    public int? To { get; set; }

    /// <summary>The year of purchase whose resales are drawn.</summary>
    [Display(Name = "Draw the resales of a home bought in")]
    public int? Bought { get; set; }

    /// <summary>The share of the median that the home is meant for.</summary>
    [Display(Name = "Meant for households at")]
    public decimal Target { get; set; } = InPercent(_household.Target);

    /// <summary>How many persons.</summary>
    [Display(Name = "Persons in the household")]
    public int Persons { get; set; } = _household.Persons;

    /// <summary>The household's income as a share of the income series; blank for HUD's factor for the size.</summary>
    [Display(Name = "Income as a share of the series")]
    public decimal? IncomeFactor { get; set; }

    /// <summary>The share of income for housing.</summary>
    [Display(Name = "Income for housing")]
    public decimal IncomeShare { get; set; } = InPercent(_household.IncomeShare);

    /// <summary>The loan's term.</summary>
    [Display(Name = "Term of the loan")]
    public int TermYears { get; set; } = _household.TermYears;

    /// <summary>The deposit.</summary>
    [Display(Name = "Deposit")]
    public decimal Deposit { get; set; } = InPercent(_household.Deposit);

    /// <summary>Property taxes of a year.</summary>
    [Display(Name = "Taxes a year")]
    public decimal Taxes { get; set; } = InPercent(_household.TaxRate);

    /// <summary>Insurance of a year.</summary>
    [Display(Name = "Insurance a year")]
    public decimal Insurance { get; set; } = InPercent(_household.InsuranceRate);

    /// <summary>The lease fee a month in money of the first year.</summary>
    [Display(Name = "Lease fee a month")]
    public decimal LeaseFee { get; set; } = _household.LeaseFee;

    /// <summary>Costs of buying.</summary>
    [Display(Name = "Costs of buying")]
    public decimal PurchaseFees { get; set; } = InPercent(_seller.PurchaseFees);

    /// <summary>Costs of selling.</summary>
    [Display(Name = "Costs of selling")]
    public decimal SaleFees { get; set; } = InPercent(_seller.SaleFees);

    /// <summary>How the first price is set.</summary>
    [Display(Name = "The first buyer pays")]
    public FirstPrice Start { get; set; }

    /// <summary>The amount, or the share of the market value in percent.</summary>
    [Display(Name = "Amount, or percent of market value")]
    public decimal? StartValue { get; set; }

    /// <summary>The household as the lab computes with it.</summary>
    internal HouseholdSetting Household => new()
    {
        IncomeShare = IncomeShare / 100,
        TermYears = TermYears,
        Deposit = Deposit / 100,
        TaxRate = Taxes / 100,
        InsuranceRate = Insurance / 100,
        LeaseFee = LeaseFee,
        Persons = Persons,
        IncomeFactor = IncomeFactor / 100,
        Target = Target / 100,
    };

    /// <summary>The replay of some rules in a place.</summary>
    internal BacktestStudy Study(LabSubject subject, DateOnly knownBy) => new()
    {
        Rules = subject.Rules,
        Place = subject.Place,
        Givens = subject.Facts,
        Household = Household,
        Seller = Seller,
        FirstYear = From,
        LastYear = To,
        KnownBy = knownBy,
    };

    /// <summary>The seller as the lab computes with her.</summary>
    internal SellerSetting Seller => new()
    {
        PurchaseFees = PurchaseFees / 100,
        SaleFees = SaleFees / 100,
        Start = (StartingPrice)Start,
        StartValue = (StartValue ?? 0) / (Start is FirstPrice.MarketShare ? 100 : 1),
    };

    private static decimal InPercent(decimal share) => (share * 100).WithoutEmptyDecimals();
}

/// <summary>How a study sets the first buyer's price, in the page's words.</summary>
public enum FirstPrice
{
    /// <summary>What the household it is meant for can afford.</summary>
    [Display(Name = "What the household it is meant for can pay")]
    Affordable = StartingPrice.Affordable,

    /// <summary>A share of the market value.</summary>
    [Display(Name = "A share of the market value")]
    MarketShare = StartingPrice.MarketShare,

    /// <summary>An amount.</summary>
    [Display(Name = "An amount")]
    Amount = StartingPrice.Amount,
}
