var app = WebApplication.CreateBuilder(args).Build();
app.Run();

/// <summary>The program's entry point; tests open it through their factory.</summary>
public partial class Program;
