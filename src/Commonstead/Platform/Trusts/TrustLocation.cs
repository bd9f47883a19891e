namespace Commonstead.Platform.Trusts;

/// <summary>Where one trust's record lies and under which host name it answers.</summary>
/// <param name="Folder">The data folder: documents, keys and, without a database server, the SQLite file.</param>
/// <param name="Database">A PostgreSQL connection string, or null for SQLite in the folder.</param>
/// <param name="Host">The host name it answers to, or null to answer to any.</param>
public sealed record TrustLocation(string Folder, string? Database = null, string? Host = null);
