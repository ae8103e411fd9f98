using System.Globalization;
using System.Text;
using Insiders.Core.Import;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Import;

/// <summary>Orders, items and customers in files of their own, put together by their keys, and read a second time with dictionaries.</summary>
public sealed class LinkedFilesTests : IDisposable
{
    private const string Items = "order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value\no1,1,p1,s1,2018-01-09 10:00:00,58.90,13.29\n"
        + "o1,2,p1,s1,2018-01-09 10:00:00,58.90,13.29\no2,1,p2,s2,2018-02-12 09:10:13,239.90,19.93\no3,1,p1,s1,2018-03-03 11:00:00,60.00,11.10\no4,1,p3,s1,2018-03-05 11:00:00,12.00,7.00\n";

    private const string Orders = "order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_estimated_delivery_date\n"
        + "o1,k1,delivered,2018-01-03 20:59:31,2018-01-03 21:10:00,2018-02-02 00:00:00\no2,k2,delivered,2018-02-06 13:53:40,2018-02-06 14:00:00,2018-03-01 00:00:00\n"
        + "o3,k3,delivered,2018-02-25 10:00:00,2018-02-25 10:10:00,2018-03-20 00:00:00\no4,k4,canceled,2018-02-27 10:00:00,,2018-03-22 00:00:00\n";

    private const string Customers = "customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state\nk1,u1,14409,franca,SP\nk2,u2,09790,santos,SP\nk3,u1,14409,franca,SP\nk4,u3,22000,rio,RJ\n";

    private const string Payments = "order_id,payment_sequential,payment_type,payment_installments,payment_value\no1,1,credit_card,8,100.00\no1,2,voucher,1,44.38\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_whole_set_of_Olist_gives_each_customer_what_a_second_reading_gives()
    {
        var path = _folder.Write("archive.zip", Packed.Zip(
            ("olist_customers_dataset.csv", Customers), ("olist_order_items_dataset.csv", Items), ("olist_order_payments_dataset.csv", Payments), ("olist_orders_dataset.csv", Orders)));

        var orders = Table(Orders).ToDictionary(row => row[0]);
        var customers = Table(Customers).ToDictionary(row => row[0]);
        var expected = Table(Items).Where(row => orders[row[0]][2] != "canceled").GroupBy(row => customers[orders[row[0]][1]][1])
            .ToDictionary(customer => customer.Key, customer => customer.Sum(row => decimal.Parse(row[5], CultureInfo.InvariantCulture)));

        var read = Money(path);

        // u1 came back under another customer_id: 58.90 twice and 60.00, without freight. The order that was cancelled is left out.
        Assert.Equal((177.80m, 239.90m, 2), (read["u1"], read["u2"], read.Count));
        Assert.Equal(expected, read);
    }

    [Fact]
    public void Another_shops_three_files_need_no_template()
    {
        Directory.CreateDirectory(_folder.Combine("shop"));
        _folder.Write("shop/clientes.csv", "id_cliente;nome;pais\n7;Ana;Brasil\n8;Rui;Portugal\n");
        _folder.Write("shop/itens.csv", "pedido;sku;qtd;preco_unitario\n1;A;2;3,50\n1;B;1;10,00\n2;A;1;3,50\n3;A;1;9,99\n");
        _folder.Write("shop/pedidos.csv", "pedido;data;id_cliente\n1;31/01/2021;7\n2;15/02/2021;8\n");

        var (sales, rejects, _) = ReadSale.ReadAll(_folder.Combine("shop"));

        Assert.Equal(
            [("1", "A", 3.5m, "7", "Brasil"), ("1", "B", 10m, "7", "Brasil"), ("2", "A", 3.5m, "8", "Portugal")],
            sales.Select(sale => (sale.Invoice, sale.StockCode, sale.UnitPrice, sale.Customer!, sale.Country!)));

        // A name in the file of customers is not the name of a product; an order that is in no file is a rejected row and no guess.
        Assert.All(sales, sale => Assert.Null(sale.Description));
        Assert.Equal((5L, "data"), (Assert.Single(rejects).Line, rejects[0].Column));
    }

    [Fact]
    public void Files_without_a_common_key_are_not_put_together()
    {
        var path = _folder.Write("two.zip", Packed.Zip(("a.csv", Items), ("b.csv", "id,date,customer\no1,2018-01-03,u1\n")));

        Assert.Equal(Insiders.Core.Problems.ProblemCode.FilesDiffer, Assert.Throws<NotALedgerException>(() => ReadSale.ReadAll(path)).Problem.Code);
    }

    [Fact]
    public void Templates_are_told_by_the_headings_of_their_sources()
    {
        Assert.Equal("WooCommerce: line items (Advanced Order Export)", Template("Order Number,Order Status,Order Date,Email (Billing),Country Code (Billing),Order Total Amount,SKU,Item #,Item Name,Quantity (- Refund),Item Cost"));
        Assert.Equal("Nomus ERP: pedidos de venda", Template("Pedido,Cliente,Empresa,Data de emissão,observações,item,Código do produto,Descrição do produto,Tipo de produto,Método de ressuprimento,U.M.,Qtde,Preço unitário,Data de entrega"));

        var headings = "Pedido;Cliente;Empresa;Data de emissão;item;Código do produto;Descrição do produto;Qtde;Preço unitário;Data de entrega";
        var (sales, _, file) = ReadSale.ReadAll(_folder.Write("pedidos.csv", $"{headings}\n10;ACME;Matriz;31/01/2023;1;P1;Parafuso;2;1,50;10/02/2023\n10;ACME;Matriz;31/01/2023;2;P2;Porca;1;0,75;11/02/2023\n"));

        Assert.Equal("Data de emissão", file.Columns.Headers[LedgerColumn.SoldAt]);
        Assert.Equal(3.75m, sales.Sum(sale => sale.Quantity * sale.UnitPrice));
        Assert.All(sales, sale => Assert.Equal(new DateTime(2023, 1, 31), sale.SoldAt));
    }

    private static string? Template(string headings) => ImportTemplate.Find(headings.Split(','))?.Name;

    private static IEnumerable<string[]> Table(string text) => text.TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(','));

    private static Dictionary<string, decimal> Money(string path)
    {
        var read = new Dictionary<string, decimal>();
        using var reader = new SalesReader(SalesFile.Detect(path, ImportOptions.Default, CancellationToken.None), row => Assert.Equal("canceled", row.Value));
        while (reader.Read())
        {
            var sale = reader.Current;
            var customer = Encoding.UTF8.GetString(sale.Customer);
            read[customer] = read.GetValueOrDefault(customer) + (sale.Amount / 10_000m);
        }

        return read;
    }
}
