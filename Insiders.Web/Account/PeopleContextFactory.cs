using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Insiders.Web.Account;

/// <summary>Lets <c>dotnet ef migrations add</c> build the model; the product never calls it.</summary>
internal sealed class PeopleContextFactory : IDesignTimeDbContextFactory<PeopleContext>
{
    public PeopleContext CreateDbContext(string[] args)
        => new(new DbContextOptionsBuilder<PeopleContext>().UseSqlite("Data Source=:memory:", sqlite => sqlite.MigrationsHistoryTable(PeopleContext.HistoryTable)).Options);
}
