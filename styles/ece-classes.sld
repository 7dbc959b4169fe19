<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd"
    xmlns="http://www.opengis.net/sld"
    xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <NamedLayer>
    <Name>ece-classes</Name>
    <UserStyle>
      <Name>ece-classes</Name>
      <Title>Soil salinity ECe (dS/m), FAO/USDA classes</Title>
      <Abstract>Electrical conductivity of the saturation extract in five classes. Blue to red, told apart with colour-vision deficiency. Pixels without a value are transparent.</Abstract>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <Opacity>1.0</Opacity>
            <ChannelSelection>
              <GrayChannel>
                <SourceChannelName>1</SourceChannelName>
              </GrayChannel>
            </ChannelSelection>
            <!-- A quantity is the end of its class and belongs to the next one; the last is beyond every possible value. -->
            <!-- GeoServer 2.27 takes the first class for "no data" where a map is not transparent: it is one that no value has. -->
            <ColorMap type="intervals">
              <ColorMapEntry color="#2C7BB6" quantity="0" label="below 0"/>
              <ColorMapEntry color="#2C7BB6" quantity="2" label="0 - 2 non-saline"/>
              <ColorMapEntry color="#ABD9E9" quantity="4" label="2 - 4 slightly saline"/>
              <ColorMapEntry color="#FFFFBF" quantity="8" label="4 - 8 moderately saline"/>
              <ColorMapEntry color="#FDAE61" quantity="16" label="8 - 16 strongly saline"/>
              <ColorMapEntry color="#D7191C" quantity="10000" label="&gt; 16 very strongly saline"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
