namespace Commonstead.Resales;

/// <summary>What a person keeps to read of the homes she has sold.</summary>
public interface IPastSales
{
    /// <summary>The present actor's own closed resales, the latest first.</summary>
    Task<IReadOnlyList<PastSale>> Mine();
}

/// <summary>A closed resale as its seller finds it.</summary>
/// <param name="Id">The resale.</param>
/// <param name="Number">Its number.</param>
/// <param name="Home">The home's address on the day of the notice.</param>
/// <param name="NoticeOn">The day of the notice.</param>
public sealed record PastSale(ResaleId Id, string Number, string Home, DateOnly NoticeOn);
